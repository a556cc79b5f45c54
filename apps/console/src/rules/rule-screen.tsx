import { Link } from '../address/link.js';
import type { RuleExample, WholeRule } from '../api/rules.js';
import { useAsked } from '../api/use-asked.js';
import type { ScreenProps } from '../screen.js';
import { useMay } from '../shell/session-context.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { CountedNote } from './counted-note.js';
import { Described } from './described.js';
import { DIMENSION_WORDS, ELEMENT_WORDS } from '../shown/words.js';
import { templateWords } from './field-words.js';
import { givenWords } from './given-words.js';
import { citationWords, FEED_TITLES, periodWords, schemeWord, struckWords } from './names.js';
import { PrecisionCell } from './precision-cell.js';
import { RuleHistory } from './rule-history.js';
import { Strikes } from './strikes.js';
import './rules.css';

/** One rule in force: what it asks for, what it rests on, where it struck, what it was before. */
export default function RuleScreen({ places }: ScreenProps) {
  const id = places['id'] ?? '';
  const { data: rule, problem, again } = useAsked<WholeRule>(`rules/${encodeURIComponent(id)}`);
  const may = useMay();
  if (problem && !rule) return <ProblemNote problem={problem} again={again} />;
  if (!rule) return <Waiting />;
  return (
    <section className="screen rules">
      <header>
        <h1>
          {rule.title} <code className="rules-id">{rule.id}</code>
        </h1>
        <div className="tools">
          <Link to="rules" className="rules-button">
            全部规则
          </Link>
          {may('editions.draft') && (
            <Link to={`draft?rule=${rule.id}`} className="rules-button">
              在草案中修改
            </Link>
          )}
        </div>
      </header>
      <div className="rules-two">
        <section className="rules-part">
          <h2>要求什么</h2>
          {rule.asks ? (
            <Described asks={rule.asks} />
          ) : (
            <pre className="rules-yaml">{rule.yaml.when}</pre>
          )}
          <details className="rules-more">
            <summary>看原文（YAML）</summary>
            <pre className="rules-yaml">{rule.yaml.when}</pre>
          </details>
        </section>
        <section className="rules-part">
          <h2>触发之后</h2>
          <Facts lines={factsOf(rule)} />
          <CountedNote counted={rule} />
        </section>
      </div>
      <section className="rules-part">
        <h2>例子（{rule.examples.length} 个，每次起草都要全部如其所说）</h2>
        <ul className="rules-examples">
          {rule.examples.map((example, at) => (
            <li key={at}>
              <Example example={example} />
            </li>
          ))}
        </ul>
      </section>
      <Strikes code={rule.id} />
      <RuleHistory history={rule.history} />
    </section>
  );
}

const factsOf = (rule: WholeRule): readonly (readonly [string, React.ReactNode])[] => [
  ['数据来源', FEED_TITLES[rule.feed]],
  ['维度', `${DIMENSION_WORDS[rule.dimension]}，${String(rule.weight)} 分`],
  ['半衰期', rule.halfLifeDays === null ? '不衰减' : `${String(rule.halfLifeDays)} 天减半`],
  ['类型', schemeWord(rule.scheme)],
  ['要件', rule.elements.map((element) => ELEMENT_WORDS[element]).join('、') || '不涉及'],
  [
    '依据',
    rule.sources.map((source) => (
      <span key={source.law + (source.from ?? '')} className="rules-line">
        {citationWords(source)} <span className="soft">{periodWords(source)}</span>
      </span>
    )),
  ],
  ['理由怎样写', templateWords(rule.because)],
  ['近 30 天', struckWords(rule)],
  ['查准率', <PrecisionCell key="precision" of={rule} />],
  ['所在文件', rule.file],
];

/** A case beside the rule: what is given, and what must come of it. */
function Example({ example }: { readonly example: RuleExample }) {
  const { note, given, expect } = example;
  return (
    <>
      <span className={`rules-expect ${expect}`}>{expect === 'fires' ? '应触发' : '不应触发'}</span>
      <span>
        {note !== undefined && <b>{note}　</b>}
        {givenWords(given).join('；')}
      </span>
    </>
  );
}
