import { useAddress } from '../address/use-address.js';
import { Link } from '../address/link.js';
import type { TipLine } from '../api/tips.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import type { ListSource } from '../lists/list-query.js';
import { useList } from '../lists/use-list.js';
import { Mark } from '../shown/mark.js';
import { SearchBox } from '../shown/search-box.js';
import { When } from '../shown/when.js';
import { STATE_WORDS } from './tip-words.js';
import './tips.css';
import { ChoiceInAddress } from '../lists/choice-in-address.js';

const SOURCE: ListSource = {
  ...{ path: 'tips', filters: ['words', 'anonymous'], usualSort: '-receivedAt' },
};

const REPORTERS = [
  ['', '全部'],
  ['true', '匿名'],
  ['false', '留有联系方式'],
] as const;

const COLUMNS: readonly ShownColumn<TipLine>[] = [
  { title: '收到', sort: 'receivedAt', cell: ({ receivedAt }) => <When at={receivedAt} /> },
  {
    title: '进度（公众所见）',
    cell: ({ state }) => (
      <Mark standing={STATE_WORDS[state].standing}>{STATE_WORDS[state].word}</Mark>
    ),
  },
  { title: '被举报', cell: ({ targets }) => targets.join('、') || '没有写明' },
  {
    title: '情况',
    className: 'tips-said',
    cell: ({ id, excerpt }) => <Link to={`tips/${id}`}>{excerpt || '（记录正在入库）'}</Link>,
  },
  { title: '属地', cell: ({ regionName }) => regionName },
  { title: '举报人', cell: ({ anonymous }) => (anonymous ? '匿名' : '留有联系方式') },
  { title: '附件', cell: ({ files }) => (files === 0 ? '' : `${files} 个`) },
  { title: '相同', cell: ({ same }) => (same > 1 ? `${same} 件` : '') },
];

/** What citizens reported on the open page, the latest first. */
export default function TipsScreen() {
  const { query, change } = useAddress();
  const asked = useList<TipLine>(SOURCE);
  return (
    <section className="screen">
      <header>
        <h1>公众举报</h1>
        <p>
          来自公众举报页；姓名、电话只在保险箱里，这里看不到。附件里可能看得出举报人，请勿外传。
        </p>
      </header>
      <div className="tools">
        <SearchBox
          label="搜索举报内容"
          placeholder="举报内容里的字"
          words={query.get('words') ?? ''}
          search={(words) => change({ words: words === '' ? null : words, after: null })}
        />
        <ChoiceInAddress label="举报人" name="anonymous" options={REPORTERS} />
      </div>
      <ListTable
        label="公众举报"
        source={SOURCE}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="没有公众举报"
      />
    </section>
  );
}
