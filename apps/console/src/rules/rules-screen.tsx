import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { Counted, RuleRow } from '../api/rules.js';
import { useAsked } from '../api/use-asked.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { pagePath, type ListSource } from '../lists/list-query.js';
import { SearchBox } from '../shown/search-box.js';
import { CountedNote } from './counted-note.js';
import { DIMENSION_WORDS, ELEMENT_WORDS, SCHEME_WORDS } from '../shown/words.js';
import { citationWords, FEED_TITLES, periodWords, schemeWord } from './names.js';
import { PrecisionCell } from './precision-cell.js';
import './rules.css';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { optionsOf } from '../lists/choice.js';

const SOURCE: ListSource = {
  path: 'rules',
  filters: ['q', 'feed', 'dimension', 'scheme'],
  usualSort: 'id',
};

/** The rules in force. */
export default function RulesScreen() {
  const { query, change } = useAddress();
  const asked = useAsked<Counted<RuleRow>>(pagePath(SOURCE, query));
  const set = (name: string) => (value: string) => change({ [name]: value, after: null });
  const given = (name: string): string => query.get(name) ?? '';
  return (
    <section className="screen rules">
      <header>
        <h1>现行规则</h1>
        <CountedNote counted={asked.data} />
      </header>
      <div className="tools">
        <SearchBox
          label="查找规则"
          placeholder="编号、标题、理由或依据"
          words={given('q')}
          search={set('q')}
        />
        <ChoiceInAddress label="数据来源" name="feed" options={optionsOf(FEED_TITLES)} />
        <ChoiceInAddress label="维度" name="dimension" options={optionsOf(DIMENSION_WORDS)} />
        <ChoiceInAddress label="类型" name="scheme" options={optionsOf(SCHEME_WORDS)} />
      </div>
      <ListTable
        label="现行规则"
        source={SOURCE}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="没有符合条件的规则"
      />
    </section>
  );
}

const COLUMNS: readonly ShownColumn<RuleRow>[] = [
  {
    title: '规则',
    sort: 'id',
    cell: ({ id, title }) => (
      <>
        <Link to={`rules/${id}`}>{title}</Link>
        <code className="rules-small">{id}</code>
      </>
    ),
  },
  { title: '数据来源', sort: 'feed', className: 'whole', cell: ({ feed }) => FEED_TITLES[feed] },
  {
    title: '维度',
    sort: 'dimension',
    className: 'whole',
    cell: ({ dimension, scheme }) => (
      <>
        {DIMENSION_WORDS[dimension]}
        <span className="rules-small">{schemeWord(scheme)}</span>
      </>
    ),
  },
  {
    title: '分值',
    sort: 'weight',
    className: 'number whole',
    cell: ({ weight, halfLifeDays }) => (
      <>
        {weight}
        <span className="rules-small">
          {halfLifeDays === null ? '不衰减' : `${String(halfLifeDays)} 天减半`}
        </span>
      </>
    ),
  },
  {
    title: '依据',
    cell: ({ sources, elements }) => (
      <>
        {sources.map((source) => (
          <span key={source.law + (source.from ?? '')} className="rules-line">
            {citationWords(source)} <span className="soft">{periodWords(source)}</span>
          </span>
        ))}
        {elements.length > 0 && (
          <span className="rules-small">{elements.map((e) => ELEMENT_WORDS[e]).join('、')}</span>
        )}
      </>
    ),
  },
  { title: '近 30 天', sort: 'records', className: 'number', cell: ({ records }) => records },
  {
    title: '查准率',
    sort: 'precision',
    className: 'whole',
    cell: (rule) => <PrecisionCell of={rule} />,
  },
  { title: '例子', className: 'number', cell: ({ examples }) => examples },
];
