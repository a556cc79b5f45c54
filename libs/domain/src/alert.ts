import type { RiskIndex } from './assessment.js';
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
  readonly index: RiskIndex;
  readonly raisedAt: Date;
  readonly changedAt: Date;
  readonly revision: number;
  readonly sample: boolean;
}

/** What happened to an alert and why. */
export interface AlertChange {
  readonly kind: 'raised' | 'upgraded';
  readonly from: Tier | null;
  readonly to: Tier;
  readonly at: Date;
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
