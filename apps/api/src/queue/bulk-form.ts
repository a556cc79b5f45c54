import { bulkRequestSchema, type StepKind } from '@risk/alerting';
import { Invalid, readForm } from '@risk/kit';
import type { QueueFilter } from '@risk/store';
import { filterIn } from './queue-form.js';

/** What is done, with why. */
export interface BulkAct {
  readonly kind: StepKind;
  readonly because: string;
  readonly by: string;
  readonly toPerson?: string | null | undefined;
}

/** An alert that was chosen, as whoever chose it saw it. */
export interface Chosen {
  readonly id: string;
  readonly seen: string | null;
}

/** Which alerts are meant: those named, or all of a filter. */
export type BulkChoice =
  | { readonly alerts: readonly Chosen[] }
  | { readonly filter: QueueFilter; readonly expected: number };

/** Reads what is to be done with which alerts. */
export function readBulk(content: unknown): {
  readonly act: BulkAct;
  readonly choice: BulkChoice;
} {
  const { alerts, filter, expected, ...act } = readForm(bulkRequestSchema, content);
  if (alerts !== undefined && filter === undefined) return { act, choice: { alerts } };
  if (alerts !== undefined || filter === undefined)
    throw new Invalid('alerts、filter：请二选一写明对哪些预警办理');
  if (expected === undefined) throw new Invalid('expected：按条件办理须写明看到的件数');
  return { act, choice: { filter: filterIn(filter), expected } };
}
