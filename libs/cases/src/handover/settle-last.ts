import type { Transaction } from '@risk/kit';
import type { Duties } from '../desk/ports.js';
import { isDecided, type HandOver } from './hand-over.js';

/**
 * Ends what is owed on a hand-over once it is decided, or another package asks for the same decision with what had been
 * asked for: the receipt, unless an earlier decision ended it, and what followed from receipts.
 */
export async function settleLast(
  duties: Duties,
  tx: Transaction,
  last: HandOver,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  if (!isDecided(last)) await duties.fulfil(tx, last.dutyId, by, at);
  await duties.fulfilFollowing(tx, last.alertId, by, at);
}
