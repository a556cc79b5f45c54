import { Link } from '../address/link.js';
import { changed } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import type { Counted, WordRow } from '../api/rules.js';
import { useAsked } from '../api/use-asked.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { pagePath, type ListSource } from '../lists/list-query.js';
import { SearchBox } from '../shown/search-box.js';
import { CountedNote } from './counted-note.js';
import { DIMENSION_WORDS, SCHEME_WORDS } from '../shown/words.js';
import { WORD_KINDS, schemeWord } from './names.js';
import { PrecisionCell } from './precision-cell.js';
import { WordListBeside } from './word-list-beside.js';
import './rules.css';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { optionsOf } from '../lists/choice.js';

const SOURCE: ListSource = {
  path: 'lexicon',
  filters: ['q', 'kind', 'scheme'],
  usualSort: 'kind',
};

/** The words in force; those of one list beside. */
export default function LexiconScreen() {
  const { query, change } = useAddress();
  const asked = useAsked<Counted<WordRow>>(pagePath(SOURCE, query));
  const given = (name: string): string => query.get(name) ?? '';
  const set = (name: string) => (value: string) => change({ [name]: value, after: null });
  const open = given('list');
  return (
    <section className="screen rules">
      <header>
        <h1>现行词库</h1>
        <CountedNote counted={asked.data} />
      </header>
      <div className="tools">
        <SearchBox
          label="查找词语"
          placeholder="词的一部分、代码或出处"
          words={given('q')}
          search={set('q')}
        />
        <ChoiceInAddress label="种类" name="kind" options={optionsOf(WORD_KINDS)} />
        <ChoiceInAddress label="类型" name="scheme" options={optionsOf(SCHEME_WORDS)} />
      </div>
      <div className={open === '' ? '' : 'rules-beside'}>
        <ListTable
          label="现行词库"
          source={SOURCE}
          asked={asked}
          columns={open === '' ? COLUMNS : COLUMNS.slice(0, 3)}
          keyOf={({ id }) => id}
          empty="没有符合条件的词"
          rowClass={({ id }) => (id === open ? 'chosen' : '')}
        />
        {open !== '' && (
          <WordListBeside
            key={open}
            id={open}
            q={given('q')}
            close={() => change({ list: null }, { isInPlace: true })}
          />
        )}
      </div>
    </section>
  );
}

/** Leads to the words of a list and leaves the list of lists as it is. */
function ListLink({ row }: { readonly row: WordRow }) {
  const { query } = useAddress();
  return <Link to={`lexicon?${changed(query, { list: row.id }).toString()}`}>{row.title}</Link>;
}

const COLUMNS: readonly ShownColumn<WordRow>[] = [
  {
    title: '含义',
    sort: 'title',
    cell: (row) => (
      <>
        <ListLink row={row} />
        <code className="rules-small">{row.id}</code>
      </>
    ),
  },
  { title: '种类', sort: 'kind', className: 'whole', cell: ({ kind }) => WORD_KINDS[kind] },
  {
    title: '词数',
    sort: 'words',
    className: 'number',
    cell: ({ words, matched }) => (
      <>
        {words}
        {matched.length > 0 && <span className="rules-small">{matched.join('、')}</span>}
      </>
    ),
  },
  {
    title: '维度、类型',
    cell: ({ meaning }) =>
      meaning && (
        <>
          {DIMENSION_WORDS[meaning.dimension]}
          <span className="rules-small">{schemeWord(meaning.scheme)}</span>
        </>
      ),
  },
  {
    title: '分值',
    sort: 'weight',
    className: 'number',
    cell: ({ meaning }) => meaning?.weight ?? '',
  },
  { title: '近 30 天', sort: 'records', className: 'number', cell: ({ records }) => records },
  {
    title: '查准率',
    sort: 'precision',
    className: 'whole',
    cell: (list) =>
      list.kind === 'allow' || list.kind === 'cue' ? null : <PrecisionCell of={list} />,
  },
  { title: '出处', cell: ({ source }) => source },
];
