import type { StepRequest, TakenStep, TakeStep } from '@risk/alerting';
import type { CaseStore, RecordOutcome } from '@risk/cases';
import type { Transaction } from '@risk/kit';

/** What refuting is tied to. */
interface Hands {
  readonly stepping: TakeStep;
  readonly recording: RecordOutcome;
  readonly cases: Pick<CaseStore, 'outcomesOf'>;
  /** The whole entity that an alert is about. */
  readonly entityOf: (tx: Transaction, alertId: string) => Promise<string>;
}

/** Whoever refutes an alert says how the case ended: both are kept in one transaction. */
export async function refuteAlert(
  { stepping, recording, cases, entityOf }: Hands,
  tx: Transaction,
  request: StepRequest,
): Promise<TakenStep> {
  const taken = await stepping.run(tx, request);
  const entity = await entityOf(tx, request.alertId);
  const seen = (await cases.outcomesOf(tx, entity)).at(-1)?.id ?? null;
  const { by, because } = request;
  await recording.run(tx, {
    entity,
    verdict: 'refuted',
    scheme: null,
    exposedOn: null,
    losses: null,
    people: null,
    by,
    because,
    seen,
  });
  return taken;
}
