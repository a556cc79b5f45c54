import type { AlertStage, Feed, Scheme, Sight, Tier } from '@risk/domain';

/** By what the queue can be sorted; `urgency` is the tier, then the deadline. */
export const QUEUE_SORTS = ['urgency', 'deadline', 'raisedAt', 'changedAt', 'score'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Whether an alert is worked on, done with, lives on in another one, or any of these. */
export const QUEUE_STATES = ['open', 'closed', 'merged', 'all'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** Whether alerts of which nobody is told now are shown. */
export const QUEUE_HUSHED = ['without', 'with', 'only'] as const;
export type QueueHushed = (typeof QUEUE_HUSHED)[number];

/** Whose work, seen by the asker and for the asker's own unit. */
export const QUEUE_WHOSE = ['mine', 'unassigned', 'mine-or-unassigned'] as const;
export type QueueWhose = (typeof QUEUE_WHOSE)[number];

/** When the earliest deadline is; of today and of this week what is not overdue yet. */
export const QUEUE_DUE = ['overdue', 'today', 'week'] as const;
export type QueueDue = (typeof QUEUE_DUE)[number];

/** Among regions: where an alert belongs is not known. */
export const NO_REGION = 'none';

/** Which alerts somebody wants to see; an empty list and null do not restrict. */
export interface QueueFilter {
  readonly state: QueueState;
  readonly hushed: QueueHushed;
  readonly whose: QueueWhose | null;
  /** The name of whoever works on it. */
  readonly assignee: string | null;
  /** The tier that counts: a person's, else the model's. */
  readonly tiers: readonly Tier[];
  readonly stages: readonly AlertStage[];
  readonly schemes: readonly Scheme[];
  readonly regions: readonly string[];
  /** A unit that was told of it or owes something for it. */
  readonly unit: string | null;
  readonly feed: Feed | null;
  /** Part of the name of the entity, or of its code. */
  readonly words: string | null;
  readonly due: QueueDue | null;
  readonly ids: readonly string[] | null;
}

/** Who looks at the queue. */
export interface QueueAsker {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly sight: Sight;
}

/** What the queue shows when nothing else is asked for: all that is open, also of others. */
export const EVERY_OPEN: QueueFilter = {
  ...{ state: 'open', hushed: 'without', whose: null, assignee: null, unit: null, feed: null },
  ...{ tiers: [], stages: [], schemes: [], regions: [], words: null, due: null, ids: null },
};
