import { noticeStateName, type NoticeLine, type NoticeState } from '@risk/alerting';
import { chinaTime } from '@risk/kit';
import { html, type Html, type Part } from './html.js';
import { alertLink, noticeLink, unitLink } from './links.js';
import { table, type Column } from './table.js';
import { noticeKindName, roleName, sampleMark, type Names } from './words.js';

const TONES: Readonly<Record<NoticeState, string>> = {
  gathering: 'open',
  pending: 'open',
  leased: 'open',
  sending: 'open',
  sent: 'done',
  refused: 'late',
  unknown: 'late',
  moot: 'idle',
};

/** Every notice of one alert. */
export const alertNotices = (notices: readonly NoticeLine[], names: Names): Html =>
  table([WHEN, toWhom(names), byWhat(names), WHAT, STATE], notices, '还没有通知任何单位。');

/** Notices of many alerts. */
export const allNotices = (notices: readonly NoticeLine[], names: Names, otherwise: string): Html =>
  table([NUMBER, WHEN, toWhom(names), byWhat(names), ABOUT, ALERT, STATE], notices, otherwise);

const NUMBER: Column<NoticeLine> = ['编号', ({ id }) => noticeLink(id, id)];
const WHEN: Column<NoticeLine> = [
  '生成',
  ({ createdAt }) => html`<time>${chinaTime(createdAt)}</time>`,
];
const WHAT: Column<NoticeLine> = ['内容', ({ id, kind }) => noticeLink(id, noticeKindName(kind))];
const ABOUT: Column<NoticeLine> = ['内容', about];
const ALERT: Column<NoticeLine> = ['预警', ({ alertId }) => alertLink(alertId, alertId ?? '')];
/** Where a notice went is told on its own page; why it did not, at once. */
const STATE: Column<NoticeLine> = [
  '状态',
  (line) => noticeState(line.state === 'sent' ? { ...line, detail: null } : line),
];

const toWhom = (names: Names): Column<NoticeLine> => [
  '送给',
  ({ unit, to }) => [
    unitLink(unit, names, to.unitName),
    ` ${to.recipient.title}`,
    html`<small>${roleName(to.role)}</small>`,
  ],
];
const byWhat = (names: Names): Column<NoticeLine> => [
  '渠道',
  ({ channel }) => names.channel(channel),
];

function about({ id, kind, subject, sample }: NoticeLine): Part {
  return [
    noticeLink(id, subject ?? '发送时写成'),
    html`<small>${noticeKindName(kind)}</small>`,
    sampleMark(sample),
  ];
}

/** Where a notice stands, since when, and why. */
export function noticeState({
  state,
  settledAt,
  detail,
  digestId,
  attempt,
  notBefore,
}: NoticeLine): Html {
  const waits = state === 'gathering' || state === 'pending';
  const when = waits ? `不早于 ${chinaTime(notBefore)}` : settledAt && chinaTime(settledAt);
  return html`<b class="state ${TONES[state]}">${noticeStateName(state)}</b
    >${when === null ? null : html`<small>${when}</small>`}${
      attempt > 1 ? html`<small>第 ${attempt} 次</small>` : null
    }${detail === null ? null : html`<small class="why">${detail}</small>`}${
      digestId === null ? null : html`<small>见${noticeLink(digestId, `汇总 ${digestId}`)}</small>`
    }`;
}
