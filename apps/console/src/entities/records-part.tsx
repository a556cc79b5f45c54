import { useAddress } from '../address/use-address.js';
import type { ListedRecords, RecordLine } from '../api/entity-parts.js';
import { useAsked } from '../api/use-asked.js';
import { pagePath, type ListSource } from '../lists/list-query.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { When } from '../shown/when.js';
import { DIMENSION_WORDS, FEED_WORDS } from '../shown/words.js';
import { roleName, scoreText } from './entity-words.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { optionsOf } from '../lists/choice.js';

const COLUMNS: readonly ShownColumn<RecordLine>[] = [
  {
    title: '发生',
    sort: 'occurredAt',
    className: 'whole',
    cell: ({ occurredAt }) => <When at={occurredAt} />,
  },
  {
    title: '来源',
    cell: ({ id, feed, sourceTitle, regionName, sample }) => (
      <>
        {FEED_WORDS[feed]}
        <SampleMark sample={sample} />
        <span className="entity-code">
          {sourceTitle}，{regionName}，记录 {id}
        </span>
      </>
    ),
  },
  { title: '内容', className: 'entity-wide', cell: (record) => <Words record={record} /> },
  { title: '触及', cell: ({ signals }) => <Touched signals={signals} /> },
  {
    title: '为何认为说的是它',
    cell: ({ role, confidence, because }) => (
      <>
        {roleName(role)}，把握 {Math.round(confidence * 100)}%
        <span className="entity-code">{because}</span>
      </>
    ),
  },
];

function Words({ record: { title, text } }: { readonly record: RecordLine }) {
  if (text === null) return <>{title}</>;
  return (
    <details>
      <summary>{title}</summary>
      <p className="entity-text">{text}</p>
    </details>
  );
}

function Touched({ signals }: Pick<RecordLine, 'signals'>) {
  if (signals.length === 0) return <span className="soft">没有计入的</span>;
  return (
    <>
      {signals.map(({ code, because, dimension, points }, at) => (
        <div key={`${code} ${String(at)}`}>
          {because}{' '}
          <span className="soft whole">
            {DIMENSION_WORDS[dimension]} {scoreText(points)}
          </span>
        </div>
      ))}
    </>
  );
}

const sourceOf = (id: string): ListSource => ({
  ...{ path: `entities/${id}/records`, filters: ['feed'], usualSort: '-occurredAt' },
});

/** The records about an entity with what each touched; nothing of whoever reported. */
export function RecordsPart({ id }: { readonly id: string }) {
  const { query } = useAddress();
  const source = sourceOf(id);
  const asked = useAsked<ListedRecords>(pagePath(source, query));
  const withheld = asked.data?.withheld ?? 0;
  return (
    <section className="entity-box entity-records">
      <div className="tools">
        <ChoiceInAddress label="数据通道" name="feed" options={optionsOf(FEED_WORDS)} />
        <span className="soft">文字里能认出举报人的部分已换成＊，举报人从不在此列出。</span>
      </div>
      {withheld > 0 && (
        <p className="entity-note">
          另有 {withheld} 件投诉举报不在此列出：原文只给可以查看原始记录、且属地在可见范围内的人。
        </p>
      )}
      <ListTable
        label="记录"
        source={source}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ id: recordId }) => recordId}
        empty="没有可以列出的记录"
      />
    </section>
  );
}
