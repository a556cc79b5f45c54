import { chinaDay, Invalid, isCalendarDay, NotFound, type Transaction } from '@risk/kit';
import { ALLOWANCES } from '../desk/allowances.js';
import type { DeskHands } from '../desk/ports.js';
import { refuseStale, signed, type Signature } from '../signature.js';
import { answerName, type HandOver, type Receipt, type ReceiptAnswer } from './hand-over.js';
import type { HandOverStore } from './ports.js';
import { settleLast } from './settle-last.js';

/** An answer of public security, as somebody enters it. */
export interface ReceiptRequest extends Signature {
  readonly handOverId: string;
  readonly answer: ReceiptAnswer;
  readonly number: string | null;
  readonly receivedOn: string;
  /** The receipt that the person saw last; null when there was none. */
  readonly seen: string | null;
}

/** What the unit that handed over owes next, by the answer; null when nothing. */
const NEXT: Readonly<
  Record<ReceiptAnswer, { allowance: 'review' | 'material'; what: string } | null>
> = {
  filed: null,
  declined: { allowance: 'review', what: '决定是否提请复议或建议立案监督' },
  material: { allowance: 'material', what: '向公安机关补充材料' },
};

/** Keeps the answer to a hand-over: the receipt is no longer owed, and what follows from it is. */
export class RecordReceipt {
  constructor(
    private readonly store: HandOverStore,
    private readonly desk: DeskHands,
  ) {}

  async run(tx: Transaction, request: ReceiptRequest): Promise<HandOver> {
    const signature = signed(request);
    const { answer, receivedOn, seen } = request;
    const handOver = await this.locked(tx, request.handOverId);
    const sayReceipt = (one: Receipt): string => `记为${answerName(one.answer)}`;
    refuseStale(handOver.receipts, seen, sayReceipt, { place: '这次移送', thing: '回执' });
    const at = this.desk.clock.now();
    refuseOddDay(receivedOn, chinaDay(handOver.facts.at), chinaDay(at));
    const number = numberOf(request);
    await this.store.answer(tx, handOver.id, { answer, number, receivedOn, ...signature, at });
    // Who asks for material has not decided yet, and is reminded until then.
    if (answer !== 'material')
      await settleLast(this.desk.duties, tx, handOver, { by: signature.by, at });
    await this.follow(tx, handOver, answer, at);
    if (answer === 'declined') await this.backToVerifying(tx, handOver, signature);
    if (answer === 'filed') await this.transferredAfterAll(tx, handOver, signature);
    return this.found(tx, handOver.id);
  }

  private async locked(tx: Transaction, id: string): Promise<HandOver> {
    const { alertId } = await this.found(tx, id);
    await this.desk.steps.lock(tx, alertId);
    return this.found(tx, id);
  }

  private async found(tx: Transaction, id: string): Promise<HandOver> {
    const handOver = await this.store.find(tx, id);
    if (!handOver) throw new NotFound(`没有移送“${id}”`);
    return handOver;
  }

  private async follow(
    tx: Transaction,
    { alertId, facts: { from, entity } }: HandOver,
    answer: ReceiptAnswer,
    at: Date,
  ): Promise<void> {
    const next = NEXT[answer];
    if (!next) return;
    const { time, basis } = ALLOWANCES[next.allowance];
    await this.desk.duties.owe(tx, {
      alertId,
      unit: from.code,
      kind: 'follow',
      subject: `“${entity.name}”：${next.what}`,
      because: `公安机关回执：${answerName(answer)}；${basis}`,
      from: at,
      dueAt: this.desk.time.dueAt(at, from.code, time),
    });
  }

  /** A case that is not filed is the administration's again (article 10 of the rules on hand-over). */
  private async backToVerifying(
    tx: Transaction,
    { id, alertId, facts: { from } }: HandOver,
    { by, because }: Signature,
  ): Promise<void> {
    const { stage } = await this.desk.steps.lock(tx, alertId);
    if (stage !== 'transferred') return;
    const told = { alertId, by, unit: from.code, because: `不予立案：${because}` };
    // What was seen is the receipt; the alert itself is locked and moves only from `transferred`.
    const detail = { handOver: id };
    await this.desk.steps.take(tx, { ...told, kind: 'verifying', seen: null, detail });
  }

  /** A case that was filed after it had been declined is public security's again. */
  private async transferredAfterAll(
    tx: Transaction,
    { id, alertId, receipts, facts: { from } }: HandOver,
    { by, because }: Signature,
  ): Promise<void> {
    if (!receipts.some(({ answer }) => answer === 'declined')) return;
    const { stage } = await this.desk.steps.lock(tx, alertId);
    if (stage !== 'verifying') return;
    const told = { alertId, by, unit: from.code, because: `改为立案：${because}` };
    const detail = { handOver: id };
    await this.desk.steps.take(tx, { ...told, kind: 'transferred', seen: null, detail });
  }
}

function refuseOddDay(day: string, earliest: string, today: string): void {
  if (!isCalendarDay(day)) throw new Invalid('receivedOn：不是日期，应为 yyyy-mm-dd');
  if (day > today) throw new Invalid('receivedOn：收到日期在今天之后');
  if (day < earliest) throw new Invalid(`receivedOn：收到日期早于移送日期 ${earliest}`);
}

/** Both decisions come as letters with a number (article 8 of the rules on hand-over). */
function numberOf({ number, answer }: ReceiptRequest): string | null {
  const plain = number?.trim() ?? '';
  if (plain.length > 100) throw new Invalid('number：超过 100 个字');
  if (plain === '' && answer !== 'material')
    throw new Invalid('number：立案或不予立案的书面通知须写明文号');
  return plain === '' ? null : plain;
}
