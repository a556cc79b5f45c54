import { NotFound, type Transaction } from '@risk/kit';
import type { LifeStore, LivingAlert } from './ports.js';

/** The alert that is meant, locked. */
export async function lockAlert(
  store: LifeStore,
  tx: Transaction,
  alertId: string,
): Promise<LivingAlert> {
  const alert = await store.lock(tx, alertId);
  if (!alert) throw new NotFound(`没有预警 ${alertId}`);
  return alert;
}
