import type { Tier } from '@risk/domain';

/** An alert that stands at red. */
export interface RedMatter {
  readonly alertId: string;
  readonly entityName: string;
  readonly tier: Tier;
  readonly stage: string;
  readonly raisedAt: Date;
}

/** A duty that nobody fulfilled in time. */
export interface OverdueMatter {
  readonly dutyId: string;
  readonly alertId: string | null;
  readonly entityName: string | null;
  readonly unit: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Date;
}

/** A unit that says an alert is not its own, and nobody assigned it since. */
export interface DisputeMatter {
  readonly alertId: string;
  readonly entityName: string;
  readonly unit: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** A hand-over that public security has not answered. */
export interface ReceiptMatter {
  readonly handOverId: string;
  readonly alertId: string;
  readonly entityName: string;
  readonly unit: string;
  readonly handedOverAt: Date;
  readonly dueAt: Date;
}

/** All that a joint meeting may have to talk about. */
export interface Matters {
  readonly reds: readonly RedMatter[];
  readonly disputes: readonly DisputeMatter[];
  readonly overdue: readonly OverdueMatter[];
  readonly receipts: readonly ReceiptMatter[];
}
