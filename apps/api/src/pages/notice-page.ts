import type { NoticeDecision, NoticeRecord, NoticeState } from '@risk/alerting';
import { chinaTime } from '@risk/kit';
import { html, page, type Html, type Part } from './html.js';
import { alertLink, unitLink } from './links.js';
import { noticeState } from './notice-table.js';
import { resendWords, settleWords } from './settle-words.js';
import { noticeKindName, roleName, verdictName, type Names } from './words.js';

/** Draws one notice: to whom, what became of it, and what was really said. */
export function noticePage(notice: NoticeRecord, names: Names): string {
  const { id, kind, subject, sample } = notice;
  return page(
    `通知 ${id}`,
    html`${sample ? html`<p class="sample">本件为<strong>样例</strong>，单位和人员均为虚构。</p>` : ''}
      <h1>${noticeKindName(kind)}通知 ${id}</h1>
      <section>
        <dl>
          ${factsOf(notice, names).map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </section>
      ${whatToDo(notice)}
      <section>
        <h2>${subject ?? '内容'}</h2>
        ${said(notice)}
      </section>
      ${decisionsOf(notice.decisions)}`,
  );
}

function factsOf(notice: NoticeRecord, names: Names): (readonly [string, Part])[] {
  const { alertId, unit, to, channel, createdAt, step } = notice;
  return [
    ['送给', [unitLink(unit, names, to.unitName), ` ${to.recipient.title}`]],
    ['职责', `${roleName(to.role)}（${to.because}）`],
    ['渠道', names.channel(channel)],
    ['状态', noticeState(notice)],
    ['生成', chinaTime(createdAt)],
    ['步骤', step],
    ['预警', alertLink(alertId, alertId ?? '不是某一件预警的通知')],
  ];
}

const UNWRITTEN: readonly NoticeState[] = ['gathering', 'pending', 'leased', 'sending'];

/** Notices are written when they are sent; a small one is in its digest. */
function said({ body, digestId, state }: NoticeRecord): Html {
  if (body !== null) return html`<pre class="said">${body}</pre>`;
  if (digestId !== null) return html`<p class="empty">内容已并入汇总。</p>`;
  return html`<p class="empty">
    ${UNWRITTEN.includes(state) ? '发送时按当时的情况写成。' : '没有写成，原因见状态。'}
  </p>`;
}

function whatToDo({ id, state }: NoticeRecord): Html | null {
  if (state === 'unknown')
    return html`<section class="urgent">
      <h2>是否送达不明</h2>
      <p>平台不会自己重发。请打电话核实，然后写明结果：</p>
      ${settleWords(id)}
    </section>`;
  if (state !== 'refused') return null;
  return html`<section class="urgent">
    <h2>没有送达</h2>
    <p>请先排除上面写的原因，再${resendWords(id)}</p>
  </section>`;
}

function decisionsOf(decisions: readonly NoticeDecision[]): Html | null {
  if (decisions.length === 0) return null;
  return html`<section>
    <h2>人工处理</h2>
    <ul>
      ${decisions.map(({ at, by, verdict, because }) => html`<li>${chinaTime(at)}　${by}${verdictName(verdict)}：${because}</li>`)}
    </ul>
  </section>`;
}
