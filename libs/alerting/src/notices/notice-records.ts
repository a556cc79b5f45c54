import type { Sight } from '@risk/domain';
import type { NoticeAddressee, NoticeKind } from '../ports.js';

/** Where a notice stands. */
export type NoticeState =
  'gathering' | 'pending' | 'leased' | 'sending' | 'sent' | 'refused' | 'unknown' | 'moot';

const STATES: Readonly<Record<NoticeState, string>> = {
  gathering: '待汇总',
  pending: '待发',
  leased: '待发',
  sending: '发送中',
  sent: '已发',
  refused: '未送达',
  unknown: '不明',
  moot: '不必再发',
};
export const NOTICE_STATES = Object.keys(STATES) as NoticeState[];
export const noticeStateName = (state: NoticeState): string => STATES[state];

/** What a person says of a notice whose fate is unknown. */
export type NoticeVerdict = 'resend' | 'received' | 'not-received';

/** A person's word on a notice; kept for ever. */
export interface NoticeDecision {
  readonly id: string;
  readonly noticeId: string;
  readonly verdict: NoticeVerdict;
  readonly from: NoticeState;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** A notice in a list. */
export interface NoticeLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly step: string;
  readonly kind: NoticeKind;
  readonly channel: string;
  readonly unit: string;
  readonly to: NoticeAddressee;
  readonly state: NoticeState;
  readonly attempt: number;
  readonly notBefore: Date;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** Where it went, or why it did not. */
  readonly detail: string | null;
  /** The digest that it went out in. */
  readonly digestId: string | null;
  readonly subject: string | null;
  readonly sample: boolean;
}

/** A notice with what was really said, and what people decided on it. */
export interface NoticeRecord extends NoticeLine {
  readonly body: string | null;
  readonly decisions: readonly NoticeDecision[];
}

/** Which notices somebody wants to see; null does not restrict. */
export interface NoticeQuestion {
  readonly state: NoticeState | null;
  readonly alertId: string | null;
  readonly unit: string | null;
  readonly channel: string | null;
  /** Only those with a smaller id: to turn pages. */
  readonly before: string | null;
  readonly limit: number;
  /** Whose eyes; the whole city's unless told. */
  readonly sight?: Sight;
}
