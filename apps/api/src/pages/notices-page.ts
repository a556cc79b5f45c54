import {
  NOTICE_STATES,
  noticeStateName,
  type NoticeLine,
  type NoticeQuestion,
} from '@risk/alerting';
import { html, page, type Html } from './html.js';
import { address, choices } from './links.js';
import { allNotices } from './notice-table.js';
import { settleWords } from './settle-words.js';
import type { Names } from './words.js';

/** The history of notices, a page of it. */
export interface NoticesFacts {
  readonly question: NoticeQuestion;
  readonly notices: readonly NoticeLine[];
  /** Those of unknown fate, whatever was asked for. */
  readonly unknown: readonly NoticeLine[];
  readonly names: Names;
}

/** Draws notices, those of unknown fate on top with what to do about them. */
export function noticesPage(facts: NoticesFacts): string {
  const { notices, names } = facts;
  return page(
    '通知',
    html`<h1>通知</h1>
      ${unknownSection(facts)} ${filters(facts)}
      <section>
        <h2>通知记录<small>最近的在前</small></h2>
        ${allNotices(notices, names, '没有这样的通知。')} ${nextPage(facts)}
      </section>`,
  );
}

function unknownSection({ unknown, names }: NoticesFacts): Html | null {
  if (unknown.length === 0) return null;
  return html`<section class="urgent">
    <h2>是否送达不明：${unknown.length} 封</h2>
    <p>
      发送中断在对方收下之后、答复之前，不知道对方有没有收到；平台不会自己重发。请打电话核实，然后写明结果：
    </p>
    ${settleWords('编号')} ${allNotices(unknown, names, '')}
  </section>`;
}

/** What the question keeps when its state changes: everything but the page. */
const asked = ({ alertId, unit, channel }: NoticeQuestion) => ({ alert: alertId, unit, channel });

function filters({ question }: NoticesFacts): Html {
  const to = (state: string | null): string => address('/notices', { state, ...asked(question) });
  const states = NOTICE_STATES.filter((state) => state !== 'leased');
  return html`<section class="filters">
    ${choices([
      { to: to(null), text: '全部', isNow: question.state === null },
      ...states.map((state) => ({
        to: to(state),
        text: noticeStateName(state),
        isNow: question.state === state,
      })),
    ])}
    ${question.alertId === null ? null : html`<p>只看预警 ${question.alertId} 的通知　<a href="/notices">全部通知</a></p>`}
  </section>`;
}

function nextPage({ question, notices }: NoticesFacts): Html | null {
  const last = notices.at(-1);
  if (!last || notices.length < question.limit) return null;
  const to = address('/notices', { state: question.state, ...asked(question), before: last.id });
  return html`<p><a href="${to}">更早的通知</a></p>`;
}
