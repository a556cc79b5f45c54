import { Button } from 'antd';
import { Link } from '../address/link.js';
import type { WholeWords } from '../api/rules.js';
import { useAsked } from '../api/use-asked.js';
import { useMay } from '../shell/session-context.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { DIMENSION_WORDS, ELEMENT_WORDS } from '../shown/words.js';
import { POLICY_WORDS, WORD_KINDS, schemeWord, struckWords } from './names.js';
import { flagWords } from './flag-words.js';
import { PrecisionCell } from './precision-cell.js';

interface WordListBesideProps {
  readonly id: string;
  /** What was looked for: those words come first. */
  readonly q: string;
  readonly close: () => void;
}

/** All words of a list and how they work. */
export function WordListBeside({ id, q, close }: WordListBesideProps) {
  const { data, problem, again } = useAsked<WholeWords>(`lexicon/${encodeURIComponent(id)}`);
  const may = useMay();
  return (
    <aside className="rules-part rules-aside" aria-label="一类词语">
      <div className="tools rules-aside-head">
        <h2>{data?.title ?? '读取中'}</h2>
        {data && data.kind !== 'compound' && may('editions.draft') && (
          <Link to={`draft?list=${encodeURIComponent(id)}`} className="rules-button">
            在草案中改词
          </Link>
        )}
        <Button onClick={close}>收起</Button>
      </div>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && (
        <>
          <Facts lines={factsOf(data)} />
          <WordCloud list={data} q={q} />
        </>
      )}
    </aside>
  );
}

function WordCloud({ list, q }: { readonly list: WholeWords; readonly q: string }) {
  const { words } = list;
  const isFound = (term: string): boolean =>
    q !== '' && term.toLowerCase().includes(q.toLowerCase());
  const sorted = [...words].sort((a, b) => Number(isFound(b.term)) - Number(isFound(a.term)));
  return (
    <>
      <p className="soft">共 {words.length} 个词</p>
      <ul className="rules-words">
        {sorted.map(({ term, flags }, at) => (
          <li key={at} className={isFound(term) ? 'found' : ''}>
            {term}
            {flagWords(flags) !== '' && <span className="soft">（{flagWords(flags)}）</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

type Lines = readonly (readonly [string, React.ReactNode])[];

const factsOf = (list: WholeWords): Lines => [
  ['代码', <code key="id">{list.id}</code>],
  ['种类', WORD_KINDS[list.kind]],
  ...(list.meaning ? meaningLines(list.meaning) : []),
  ...(list.cue ? [['作用', cueWords(list.cue)] as const] : []),
  ...(list.compound ? [['须同在', withinWords(list.compound)] as const] : []),
  ['作用', list.kind === 'allow' ? '完整出现时，落在其中的敏感词不算' : null],
  ['出处', list.source],
  ['近 30 天', list.meaning && struckWords(list)],
  ['查准率', list.meaning && <PrecisionCell key="precision" of={list} />],
  ['所在文件', list.file],
];

const meaningLines = (meaning: NonNullable<WholeWords['meaning']>): Lines => {
  const { dimension, weight, halfLifeDays, scheme, elements, policy, fields } = meaning;
  return [
    ['维度', `${DIMENSION_WORDS[dimension]}，${String(weight)} 分`],
    ['半衰期', halfLifeDays === null ? '不衰减' : `${String(halfLifeDays)} 天减半`],
    ['类型', schemeWord(scheme)],
    ['要件', elements.map((element) => ELEMENT_WORDS[element]).join('、') || '不涉及'],
    ['怎样算出现', policy && POLICY_WORDS[policy]],
    ['只看字段', fields?.join('、') ?? null],
  ];
};

const cueWords = ({ scope, window, stops }: NonNullable<WholeWords['cue']>): string =>
  `管它${scope === 'after' ? '后' : '前'}面 ${String(window)} 个字以内的词，遇“${stops.replace(/\n/g, '换行')}”为止`;

const SCOPES: Readonly<Record<string, string>> = {
  ...{ clause: '同一分句', sentence: '同一句', field: '全文' },
};

function withinWords({
  of,
  atLeast,
  within,
  without,
}: NonNullable<WholeWords['compound']>): string {
  const where =
    typeof within === 'number' ? `相距 ${String(within)} 字以内` : (SCOPES[within] ?? within);
  const groups = of.map((group) => `［${group.join('、')}］`).join('');
  const needed = atLeast === undefined ? '每组至少一个' : `至少 ${String(atLeast)} 组`;
  return `${where}，${needed}：${groups}${without ? `；但不能有 ${without.join('、')}` : ''}`;
}
