import { conclusionOf, type VerificationStore } from '@risk/cases';
import { Invalid, type Transaction } from '@risk/kit';

/** An alert is not closed over the heads of its officers: a verification that is open has its result first. */
export async function refuseClose(
  verifications: Pick<VerificationStore, 'ofAlert'>,
  tx: Transaction,
  alertId: string,
): Promise<void> {
  const open = (await verifications.ofAlert(tx, alertId)).find((one) => conclusionOf(one) === null);
  if (open) throw new Invalid(`核查任务 ${open.id} 还没有结论，不能办结；请先作出核查结论`);
}
