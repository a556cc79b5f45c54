import { chinaTime, Conflict, type Transaction } from '@risk/kit';
import { officersOf, unitNamed } from '../desk/people.js';
import type { DeskHands } from '../desk/ports.js';
import { signed, type Signature } from '../signature.js';
import type { VerificationStore } from './ports.js';
import { conclusionOf, type Verification } from './verification.js';

/** A verification that somebody wants to open on an alert. */
export interface VerificationRequest extends Signature {
  readonly alertId: string;
  readonly unit: string;
  readonly officers: readonly string[];
  /** The step of the alert that the person saw last. */
  readonly seen: string;
}

/** Opens a verification by at least two officers; an alert has one open at a time. */
export class OpenVerification {
  constructor(
    private readonly store: VerificationStore,
    private readonly desk: DeskHands,
  ) {}

  async run(tx: Transaction, request: VerificationRequest): Promise<Verification> {
    const { alertId, unit, seen } = request;
    const signature = signed(request);
    const officers = officersOf(request.officers);
    unitNamed(this.desk.units, unit);
    const { stage } = await this.desk.steps.lock(tx, alertId);
    await this.refuseSecond(tx, alertId);

    const at = this.desk.clock.now();
    const opened = await this.store.open(tx, { alertId, unit, officers, ...signature, at });
    const detail = { verification: opened.id, officers };
    if (stage !== 'verifying')
      await this.desk.steps.take(tx, {
        alertId,
        kind: 'verifying',
        unit,
        ...signature,
        seen,
        detail,
      });
    return opened;
  }

  private async refuseSecond(tx: Transaction, alertId: string): Promise<void> {
    const open = (await this.store.ofAlert(tx, alertId)).find((one) => conclusionOf(one) === null);
    if (!open) return;
    const { id, by, at, officers } = open;
    throw new Conflict(
      `预警 ${alertId} 已有核查任务 ${id}（${by} ${chinaTime(at)} 提出，核查人员 ${officers.join('、')}）`,
      { verification: id },
    );
  }
}
