import type { Outcome, Scheme } from '@risk/domain';
import { Invalid, NotFound, type Transaction } from '@risk/kit';
import { lockEntity } from '../find-entity.js';
import type { DeskHands } from '../desk/ports.js';
import type { CaseStore } from '../ports.js';
import type { RecordOutcome } from '../record-outcome.js';
import { signed, type Signature } from '../signature.js';
import { CONCLUSIONS } from './conclusions.js';
import { openOne, refuseStaleLog } from './note-verification.js';
import type { VerificationStore } from './ports.js';
import { checklistOf, type Conclusion, type Verification } from './verification.js';

/** How somebody ends a verification. */
export interface ConclusionRequest extends Signature {
  readonly verificationId: string;
  readonly verdict: Conclusion;
  readonly scheme: Scheme | null;
  readonly exposedOn: string | null;
  readonly losses: number | null;
  readonly people: number | null;
  /** What the person saw last: the step of the alert, the entry of the log, the outcome of the entity. */
  readonly seen: string;
  readonly seenEntry: string | null;
  readonly seenOutcome: string | null;
}

/** A verification that is over, and the outcome that it led to. */
export interface Concluded {
  readonly verification: Verification;
  readonly outcome: Outcome;
}

/** Ends a verification: the outcome is recorded and the alert moves, all in one transaction. */
export class ConcludeVerification {
  constructor(
    private readonly store: VerificationStore,
    private readonly desk: Pick<DeskHands, 'steps'>,
    private readonly cases: CaseStore,
    private readonly record: RecordOutcome,
  ) {}

  async run(tx: Transaction, request: ConclusionRequest): Promise<Concluded> {
    const { verificationId, verdict, seen } = request;
    const signature = signed(request);
    const { id, alertId, unit, entityId } = await this.locked(tx, request);
    const { seenOutcome } = request;
    const told = { ...request, entity: entityId, seen: seenOutcome };
    const outcome = await this.record.run(tx, told, 'seenOutcome');
    const end = { kind: 'concluded', verdict, outcomeId: outcome.id } as const;
    await this.store.append(tx, id, { ...end, ...signature, at: outcome.at, corrects: null });
    const detail = { verification: id, verdict, outcome: outcome.id };
    const { step: kind } = CONCLUSIONS[verdict];
    await this.desk.steps.take(tx, { alertId, kind, unit, ...signature, seen, detail });
    return { verification: await this.found(tx, verificationId), outcome };
  }

  /** Entities are locked before alerts, as whoever raises alerts does: two never wait for each other. */
  private async locked(tx: Transaction, request: ConclusionRequest): Promise<Verification> {
    const { entityId } = await this.found(tx, request.verificationId);
    await lockEntity(this.cases, tx, entityId);
    const verification = await openOne(this.store, this.desk, tx, request.verificationId);
    refuseStaleLog(verification, request.seenEntry, 'seenEntry');
    const fault = CONCLUSIONS[request.verdict].fault(checklistOf(verification));
    if (fault !== null) throw new Invalid(`verdict：${fault}`);
    return verification;
  }

  private async found(tx: Transaction, id: string): Promise<Verification> {
    const verification = await this.store.find(tx, id);
    if (!verification) throw new NotFound(`没有核查任务“${id}”`);
    return verification;
  }
}
