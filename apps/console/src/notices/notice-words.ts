import type { NoticeFacts, NoticeState } from '../api/notices.js';
import type { Standing } from '../shown/standing.js';

const STATES: Readonly<Record<NoticeState, readonly [word: string, standing: Standing]>> = {
  gathering: ['待汇总', 'plain'],
  pending: ['待发', 'plain'],
  leased: ['待发', 'plain'],
  sending: ['发送中', 'plain'],
  sent: ['已发', 'good'],
  refused: ['未送达', 'bad'],
  unknown: ['不明', 'bad'],
  moot: ['不必再发', 'off'],
};

export const noticeStateWord = (state: string): string =>
  (STATES as Readonly<Record<string, readonly [string, Standing]>>)[state]?.[0] ?? state;
export const noticeStanding = (state: NoticeState): Standing => STATES[state][1];

/** The states to choose from; what is leased waits like what is pending. */
export const STATE_CHOICES: readonly (readonly [string, string])[] = [
  ['', '全部状态'],
  ...(['unknown', 'refused', 'pending', 'gathering', 'sending', 'sent', 'moot'] as const).map(
    (state) => [state, STATES[state][0]] as const,
  ),
];

const VERDICTS: Readonly<Record<NoticeFacts['decisions'][number]['verdict'], string>> = {
  ...{ resend: '重发', received: '核实已收到', 'not-received': '核实没有收到' },
};
export const verdictWord = (verdict: NoticeFacts['decisions'][number]['verdict']): string =>
  VERDICTS[verdict];

const CAUSES: Readonly<Record<string, string>> = {
  ...{ silence: '静默', flood: '暂停发送', inhibited: '让位于更急的一件' },
  ...{ merged: '已并入另一件', unsaid: '即将重新通知' },
};
export const causeWord = (cause: string): string => CAUSES[cause] ?? cause;
export const CAUSE_CHOICES: readonly (readonly [string, string])[] = [
  ['', '全部原因'],
  ...Object.entries(CAUSES),
];

/** What a person can say of a notice, by how it stands; the server decides by the same rules. */
export interface SettleAct {
  readonly title: string;
  readonly path: 'resend' | 'settle';
  readonly body: object;
  readonly from: readonly NoticeState[];
  readonly means: string;
}

export const SETTLE_ACTS: readonly SettleAct[] = [
  {
    ...{ title: '已收到', path: 'settle', body: { received: true }, from: ['unknown'] },
    means: '对方确认收到，记为已发。',
  },
  {
    ...{ title: '没有收到', path: 'settle', body: { received: false }, from: ['unknown'] },
    means: '对方确认没有收到，记为未送达，可以再重发。',
  },
  {
    ...{ title: '重发', path: 'resend', body: {}, from: ['unknown', 'refused'] },
    means: '按现在的情况重新写成并发送；请先排除没有送达的原因。',
  },
];

export const settleActsFor = (state: NoticeState): readonly SettleAct[] =>
  SETTLE_ACTS.filter(({ from }) => from.includes(state));
