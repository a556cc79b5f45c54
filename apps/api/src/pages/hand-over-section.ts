import { answerName, answerOf, type HandOver, type Receipt } from '@risk/cases';
import { chinaTime } from '@risk/kit';
import { html, type Html } from './html.js';
import { unitLink } from './links.js';
import { LOCAL_DEFAULT, type Names } from './words.js';

/** What went to public security, as it was then, and what it answered. */
export function handOverSection(handOvers: readonly HandOver[], names: Names): Html | null {
  if (handOvers.length === 0) return null;
  return html`<section>
    <h2>移送</h2>
    ${handOvers.map((one) => handOverPart(one, names))}
  </section>`;
}

function handOverPart(handOver: HandOver, names: Names): Html {
  const { id, follows, facts, dueAt, receipts } = handOver;
  const { from, to, at, by, because, officers, approver } = facts;
  const answer = answerOf(handOver);
  const state = answer ? answerName(answer.answer) : '等待回执';
  return html`<h3>移送 ${id}　<b class="state ${answer ? 'done' : 'open'}">${state}</b></h3>
    <p>
      <time>${chinaTime(at)}</time>　${unitLink(from.code, names, from.name)}
      移送${unitLink(to.code, names, to.name)}：${because}（${by}）${follows === null ? '' : `，补充移送 ${follows}`}
    </p>
    <p>
      经办：${officers.join('、')}　批准：${approver}　涉及
      ${figure(facts.amount.value, '元')}，${figure(facts.people.value, '人')}　达到标准：${reached(handOver)}
    </p>
    <p>应于 ${chinaTime(dueAt)} 前回执（${LOCAL_DEFAULT}）</p>
    ${packagePart(handOver)}
    ${
      receipts.length === 0
        ? null
        : html`<ul>
            ${receipts.map(receiptItem)}
          </ul>`
    }`;
}

const figure = (value: number | null, unit: string): string =>
  value === null
    ? `${unit === '人' ? '人数' : '金额'}不明`
    : `${value.toLocaleString('zh-CN')} ${unit}`;

/** The lines of the 2022 interpretation that what is known reaches. */
const reached = ({ facts }: HandOver): string =>
  facts.thresholds
    .filter((row) => row.reached === true)
    .map(({ crime, article }) => `${crime}${article}`)
    .join('、') || '尚无';

function packagePart({ id, package: mark }: HandOver): Html {
  return html`<p>
    材料：<a href="/api/handovers/${id}/package">${mark.name}</a
    >（${mark.size.toLocaleString('zh-CN')} 字节）<small class="digest"
      >SHA-256 ${mark.sha256}</small
    ><small class="digest">SM3 ${mark.sm3}</small>
  </p>`;
}

const receiptItem = ({ answer, number, receivedOn, by, because, at }: Receipt): Html =>
  html`<li>
    ${receivedOn}
    回执：${answerName(answer)}${number === null ? '' : `（${number}）`}：${because}<small
      >${chinaTime(at)} ${by}登记</small
    >
  </li>`;
