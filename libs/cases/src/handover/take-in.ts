import { signed, type Signature } from '@risk/domain';
import { chinaTime, Conflict, NotFound, type Transaction } from '@risk/kit';
import type { DeskHands } from '../desk/ports.js';
import type { HandOver } from './hand-over.js';
import type { HandOverStore } from './ports.js';

/** Public security says that the papers of a hand-over arrived and were taken in. */
export interface TakeInRequest extends Signature {
  readonly handOverId: string;
}

/**
 * Keeps that public security took a hand-over in (article 7 of the rules on hand-over: it signs for it). What it
 * owes stays the decision, which is the receipt.
 */
export class TakeInHandOver {
  constructor(
    private readonly store: HandOverStore,
    private readonly desk: Pick<DeskHands, 'steps' | 'clock'>,
  ) {}

  async run(tx: Transaction, request: TakeInRequest): Promise<HandOver> {
    const signature = signed(request);
    const { alertId } = await this.found(tx, request.handOverId);
    await this.desk.steps.lock(tx, alertId);
    const { id, taken, receipts } = await this.found(tx, request.handOverId);
    if (taken) throw new Conflict(`移送 ${id} 已由 ${taken.by} 于 ${chinaTime(taken.at)} 签收`);
    if (receipts.length > 0) throw new Conflict(`移送 ${id} 已有回执，不必再签收`);
    await this.store.takeIn(tx, id, { ...signature, at: this.desk.clock.now() });
    return this.found(tx, id);
  }

  private async found(tx: Transaction, id: string): Promise<HandOver> {
    const handOver = await this.store.find(tx, id);
    if (!handOver) throw new NotFound(`没有移送“${id}”`);
    return handOver;
  }
}
