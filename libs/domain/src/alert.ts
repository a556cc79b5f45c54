import type { RiskIndex } from './assessment.js';
import type { PersonTier } from './judgement.js';
import type { Tier } from './tier.js';

/** open until a person ends it; later issues give it its full life. */
export type AlertStatus = 'open' | 'closed';

export interface Alert {
  readonly id: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly status: AlertStatus;
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

/** What happened to an alert and why. */
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

/** One recipient of one step of an alert, and why this unit. */
export interface RoutingStep {
  readonly unit: string;
  readonly role: 'lead' | 'assist' | 'copy';
  readonly because: string;
  /** When an answer is due; a local default, not statute. */
  readonly dueAt: Date;
}
