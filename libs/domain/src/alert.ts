import type { RiskIndex } from './assessment.js';
import type { PersonTier } from './judgement.js';
import type { Tier } from './tier.js';

/** open until a person ends it; a merged one lives on in the one that it was merged into. */
export type AlertStatus = 'open' | 'closed' | 'merged';

const STAGES = {
  raised: '待签收',
  acknowledged: '已签收',
  verifying: '核查中',
  confirmed: '已查实',
  refuted: '已排除',
  transferred: '已移送公安',
  closed: '已办结',
} as const;

/** How far people have come with an alert. */
export type AlertStage = keyof typeof STAGES;
export const ALERT_STAGES = Object.keys(STAGES) as AlertStage[];
export const stageName = (stage: AlertStage): string => STAGES[stage];

export interface Alert {
  readonly id: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly status: AlertStatus;
  readonly stage: AlertStage;
  /** The model's tier; a person's tier stands beside it and wins on screen. */
  readonly tier: Tier;
  readonly personTier: Tier | null;
  /** Who set the person's tier, when and why; null when none stands. */
  readonly person: PersonTier | null;
  readonly index: RiskIndex;
  readonly raisedAt: Date;
  readonly changedAt: Date;
  readonly revision: number;
  readonly sample: boolean;
}

/** What happened to an alert by a verdict or by a person's tier, and why. */
export interface AlertChange {
  /**
   * Only a person lowers. `differs`: while a person's tier stands, the model came to a higher one
   * (`to`); nothing is moved by it, the lead unit is told.
   */
  readonly kind: 'raised' | 'upgraded' | 'lowered' | 'differs';
  readonly from: Tier | null;
  readonly to: Tier;
  readonly at: Date;
  readonly source: 'model' | 'person';
  /** The person's decision that made the change, or from which the model differs. */
  readonly decision: string | null;
  /** Reasons that are new since the last notice. */
  readonly news: readonly string[];
}

const DUTY_NAMES = {
  acknowledge: '签收',
  answer: '反馈',
  receipt: '移送回执',
  task: '会议交办',
  follow: '后续事项',
} as const;

/**
 * What a unit owes: to acknowledge an alert, to answer it, to give a receipt for a hand-over, to do a task of a
 * meeting, to do what follows from a receipt.
 */
export type DutyKind = keyof typeof DUTY_NAMES;
export const DUTY_KINDS = Object.keys(DUTY_NAMES) as DutyKind[];
export const dutyName = (kind: DutyKind): string => DUTY_NAMES[kind];
