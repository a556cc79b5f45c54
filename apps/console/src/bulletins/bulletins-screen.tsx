import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { BulletinLine } from '../api/bulletins.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { useMay } from '../shell/session-context.js';
import { Mark } from '../shown/mark.js';
import { SearchBox } from '../shown/search-box.js';
import { When } from '../shown/when.js';
import { bulletinState, KIND_WORDS, numberWords, STATE_WORDS } from './bulletin-words.js';
import { OrderSpecial } from './order-special.js';
import { UpcomingIssues } from './upcoming-issues.js';
import '../desk/desk.css';
import './bulletins.css';

const SOURCE = {
  path: 'bulletins',
  filters: ['kind', 'state', 'edition', 'words'],
  usualSort: '-composedAt',
};

const KINDS = [['', '全部种类'], ...Object.entries(KIND_WORDS)] as const;
const STATES = [['', '全部状态'], ...Object.entries(STATE_WORDS)] as const;

/** Bulletins: what waits for a review or a signature, what comes next, and the archive. */
export default function BulletinsScreen() {
  const { query, change } = useAddress();
  const may = useMay();
  const list = useList<BulletinLine>(SOURCE);
  const [isOrdering, setOrdering] = useState(false);
  const worksOnThem = may('bulletins.review') || may('bulletins.make') || may('bulletins.sign');
  return (
    <section className="screen">
      <header>
        <h1>{worksOnThem ? '快报' : '快报存档'}</h1>
        {may('bulletins.make') && (
          <Button type="primary" onClick={() => setOrdering(true)}>
            编制专报
          </Button>
        )}
      </header>
      {may('bulletins.review') && <UpcomingIssues />}
      <div className="filters">
        {worksOnThem && <WaitingChoices />}
        <ChoiceInAddress label="种类" name="kind" options={KINDS} />
        {worksOnThem && <ChoiceInAddress label="状态" name="state" options={STATES} />}
        <SearchBox
          label="搜索快报"
          placeholder="正文里的字"
          words={query.get('words') ?? ''}
          search={(words) => change({ words, after: null })}
        />
      </div>
      <ListTable<BulletinLine>
        label="快报"
        source={SOURCE}
        asked={list}
        columns={worksOnThem ? COLUMNS : COLUMNS.filter(({ sort }) => sort !== 'composedAt')}
        keyOf={({ id }) => id}
        empty="没有符合条件的快报"
      />
      {isOrdering && (
        <OrderSpecial entityId={query.get('entity') ?? ''} close={() => setOrdering(false)} />
      )}
    </section>
  );
}

/** The two heaps that somebody has to work off. */
function WaitingChoices() {
  const { query, change } = useAddress();
  const state = query.get('state');
  const heap = (wanted: string, words: string) => (
    <Button
      size="small"
      type={state === wanted ? 'primary' : 'default'}
      aria-pressed={state === wanted}
      onClick={() => change({ state: state === wanted ? null : wanted, after: null })}
    >
      {words}
    </Button>
  );
  return (
    <>
      {heap('draft', '待审核')}
      {heap('reviewed', '待签发')}
    </>
  );
}

const COLUMNS: readonly ShownColumn<BulletinLine>[] = [
  { title: '种类', className: 'whole', cell: ({ kind }) => KIND_WORDS[kind] },
  {
    title: '标题',
    cell: ({ id, title, samples }) => (
      <>
        <Link to={`bulletins/${id}`}>{title}</Link>
        <SampleMark sample={samples} />
      </>
    ),
  },
  { title: '期号', className: 'whole', cell: (line) => numberWords(line) },
  { title: '版', cell: ({ scopeName }) => scopeName },
  {
    title: '状态',
    className: 'whole',
    cell: (line) => {
      const { word, standing } = bulletinState(line);
      return <Mark standing={standing}>{word}</Mark>;
    },
  },
  {
    title: '编制',
    sort: 'composedAt',
    className: 'whole',
    cell: ({ composedAt }) => <When at={composedAt} />,
  },
  {
    title: '签发',
    sort: 'issuedAt',
    className: 'whole',
    cell: ({ issuedAt }) => (issuedAt === null ? '—' : <When at={issuedAt} />),
  },
];
