import type { WholeAlert } from '../api/alert.js';
import type { HandOver, SaidFigure } from '../api/alert-case.js';
import { chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { DueIn } from '../shown/when.js';
import { Section } from './section.js';
import { ANSWER_WORDS, LOCAL_DEFAULT, wordOf } from '../shown/words.js';

/** What went to public security, as it was then, the package, and what was answered. */
export function HandOversSection({ whole }: { readonly whole: WholeAlert }) {
  const { handOvers } = whole;
  if (handOvers.length === 0) return null;
  return (
    <Section id="handovers" title="移送">
      {handOvers.map((one) => (
        <HandOverPart key={one.id} handOver={one} />
      ))}
    </Section>
  );
}

interface HandOverPartProps {
  readonly handOver: HandOver;
}

function HandOverPart({ handOver }: HandOverPartProps) {
  const { id, follows, facts, dueAt, receipts } = handOver;
  const { from, to, at, by, because, officers, approver, number, amount, people, losses } = facts;
  const answer = receipts[receipts.length - 1];
  const reached = facts.thresholds.filter((row) => row.reached === true);
  return (
    <article className="alert-record" aria-label={`移送 ${id}`}>
      <p>
        <b>移送 {id}</b>
        {'　'}
        <Mark standing={answer ? 'good' : 'waiting'}>
          {answer ? wordOf(ANSWER_WORDS, answer.answer) : '等待回执'}
        </Mark>
        {'　'}
        {number ?? '函未编号'}
        {follows !== null && `　补充移送 ${follows}`}
      </p>
      <p>
        {chinaTime(at)}　{from.name}移送{to.name}：{because}（{by}）
      </p>
      <p className="soft">
        经办：{officers.join('、')}　批准：{approver}　金额 {figure(amount, '元')}　人数{' '}
        {figure(people, '人')}　损失 {figure(losses, '元')}
      </p>
      <p className="soft">
        达到标准：
        {reached.map(({ crime, article }) => `${crime}${article}`).join('、') || '尚无'}
        （只供参考，由公安机关认定）
      </p>
      {!answer && (
        <p>
          应当回执：
          <DueIn at={dueAt} />
          <span className="soft">
            {'　'}
            {chinaTime(dueAt)}（{LOCAL_DEFAULT}）
          </span>
        </p>
      )}
      <Package handOver={handOver} />
      <Receipts handOver={handOver} />
    </article>
  );
}

function Package({ handOver: { id, package: mark } }: HandOverPartProps) {
  return (
    <>
      <p>
        材料包：<a href={`/api/handovers/${id}/package`}>{mark.name}</a>
        <span className="soft">（{mark.size.toLocaleString('zh-CN')} 字节）</span>
      </p>
      <details>
        <summary>摘要值</summary>
        <code className="alert-digest">SHA-256 {mark.sha256}</code>
        <code className="alert-digest">SM3 {mark.sm3}</code>
      </details>
    </>
  );
}

function Receipts({ handOver: { receipts } }: HandOverPartProps) {
  return (
    <ul className="alert-told">
      {receipts.map((one) => (
        <li key={one.id}>
          {one.receivedOn} 回执：<b>{wordOf(ANSWER_WORDS, one.answer)}</b>
          {one.number !== null && `（${one.number}）`}：{one.because}
          <span className="soft">
            {'　'}
            {chinaTime(one.at)} {one.by}登记
          </span>
        </li>
      ))}
    </ul>
  );
}

const SOURCES: Readonly<Record<string, string>> = { officers: '核查', complaints: '投诉所称' };

const figure = ({ value, source }: SaidFigure, unit: string): string =>
  value === null
    ? '不明'
    : `${value.toLocaleString('zh-CN')} ${unit}${source === null ? '' : `（${wordOf(SOURCES, source)}）`}`;
