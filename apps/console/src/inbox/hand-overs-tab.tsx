import { changed, idIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { HandOverLine } from '../api/inbox.js';
import { TierMark } from '../shown/tier-mark.js';
import { ChoiceInAddress } from '../desk/choice-in-address.js';
import { ANSWER_WORDS, LOCAL_DEFAULT } from '../desk/desk-words.js';
import { SampleMark } from '../desk/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { Mark } from '../shown/mark.js';
import { Side } from '../shown/side.js';
import { DueIn, When } from '../shown/when.js';
import { HandOverCard } from './hand-over-card.js';

const STATES = [
  ['', '待回执'],
  ['overdue', '逾期未回执'],
  ['answered', '已回执'],
  ['all', '全部'],
] as const;

const SOURCE = { path: 'handovers', filters: ['state'], usualSort: 'dueAt' };

/** What was handed over to public security, and how far each has come. */
export function HandOversTab() {
  const { query, change } = useAddress();
  const list = useList<HandOverLine>(SOURCE);
  const open = idIn(query, 'handover');
  const close = (): void => {
    change({ handover: null }, { isInPlace: true });
    void list.again();
  };
  return (
    <>
      <div className="desk-filters">
        <ChoiceInAddress label="状态" name="state" options={STATES} />
      </div>
      <ListTable<HandOverLine>
        label="移送"
        source={SOURCE}
        asked={list}
        columns={columnsFor(query)}
        keyOf={({ id }) => id}
        rowClass={({ id }) => (id === open ? 'chosen' : '')}
        empty="没有符合条件的移送"
      />
      {open !== null && (
        <Side title={`移送 ${open}`} width={680} close={close}>
          <HandOverCard id={open} changed={list.again} />
        </Side>
      )}
    </>
  );
}

const columnsFor = (query: URLSearchParams): readonly ShownColumn<HandOverLine>[] => [
  { title: '状态', className: 'whole', cell: (line) => <HandOverState line={line} /> },
  {
    title: '主体',
    cell: ({ id, entityName, sample }) => (
      <>
        <Link to={`inbox?${changed(query, { handover: id }).toString()}`}>{entityName}</Link>
        <SampleMark sample={sample} />
      </>
    ),
  },
  { title: '等级', className: 'whole', cell: ({ tier }) => <TierMark tier={tier} /> },
  { title: '移送单位', cell: ({ from }) => from },
  { title: '移送', sort: 'madeAt', className: 'whole', cell: ({ madeAt }) => <When at={madeAt} /> },
  {
    title: `回执时限（${LOCAL_DEFAULT}）`,
    sort: 'dueAt',
    className: 'whole',
    cell: ({ dueAt }) => <When at={dueAt} />,
  },
];

function HandOverState({ line: { answer, takenAt, dueAt } }: { readonly line: HandOverLine }) {
  if (answer !== null) {
    const standing = answer === 'filed' ? 'good' : 'off';
    return <Mark standing={standing}>{ANSWER_WORDS[answer]}</Mark>;
  }
  return (
    <>
      {takenAt === null ? '待签收 ' : '已签收 '}
      <DueIn at={dueAt} />
    </>
  );
}
