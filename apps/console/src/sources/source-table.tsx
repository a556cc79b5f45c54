import type { SourceLine } from '../api/sources.js';
import { FEED_WORDS } from '../shown/words.js';
import { Link } from '../address/link.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import type { ListSource } from '../lists/list-query.js';
import { useList } from '../lists/use-list.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { FRESHNESS, rhythmWords } from './source-words.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { optionsOf } from '../lists/choice.js';

const SOURCE: ListSource = {
  ...{ path: 'sources', filters: ['feed', 'freshness'], usualSort: '-week' },
  always: { limit: '200' },
};

const COLUMNS: readonly ShownColumn<SourceLine>[] = [
  {
    ...{ title: '来源', sort: 'title' },
    cell: ({ title, name, sample, isPolled }) => (
      <>
        {title}
        <SampleMark sample={sample} />
        <br />
        <code className="soft">{name}</code>
        {isPolled && <span className="soft"> 库表交换</span>}
      </>
    ),
  },
  { title: '通道', sort: 'feed', className: 'whole', cell: ({ feed }) => FEED_WORDS[feed] },
  {
    ...{ title: '状态', sort: 'freshness' },
    cell: ({ freshness, sentence }) => (
      <>
        <Mark standing={FRESHNESS[freshness].standing}>{FRESHNESS[freshness].word}</Mark>
        {sentence !== null && <div className="sources-why">{sentence}</div>}
      </>
    ),
  },
  {
    ...{ title: '最近到达', sort: 'lastAt', className: 'whole' },
    cell: ({ lastAt }) => (lastAt === null ? '—' : <When at={lastAt} />),
  },
  { title: '约定', className: 'whole', cell: rhythmWords },
  {
    ...{ title: '今日收到', sort: 'today', className: 'number' },
    cell: ({ today }) => today.received.toLocaleString('en'),
  },
  {
    ...{ title: '近 7 日收到', sort: 'week', className: 'number' },
    cell: ({ week }) => week.received.toLocaleString('en'),
  },
  {
    ...{ title: '入库 / 重复 / 死信', className: 'number whole' },
    cell: ({ week }) =>
      `${week.stored.toLocaleString('en')} / ${week.duplicate.toLocaleString('en')} / ${week.deadLettered.toLocaleString('en')}`,
  },
  {
    ...{ title: '待处理死信', sort: 'openLetters', className: 'number' },
    cell: ({ openLetters, name }) =>
      openLetters === 0 ? '0' : <Link to={`dead-letters?source=${name}`}>{openLetters}</Link>,
  },
];

/** Every source: when it spoke last, whether as agreed, and what came. */
export function SourceTable() {
  const asked = useList<SourceLine>(SOURCE);
  return (
    <>
      <div className="filters">
        <ChoiceInAddress name="feed" label="数据通道" options={optionsOf(FEED_WORDS)} />
        <ChoiceInAddress
          name="freshness"
          label="状态"
          options={[
            ['', '全部'],
            ...Object.entries(FRESHNESS).map(([value, { word }]) => [value, word] as const),
          ]}
        />
      </div>
      <ListTable
        label="数据来源"
        source={SOURCE}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ name }) => name}
        empty="没有符合条件的来源"
      />
    </>
  );
}
