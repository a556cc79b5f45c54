import { chinaTime, Conflict, Invalid, type Transaction } from '@risk/kit';
import { ALLOWANCES } from '../desk/allowances.js';
import { approverOf, officersOf, unitNamed } from '../desk/people.js';
import type { DeskHands, LockedAlert, UnitNames } from '../desk/ports.js';
import { numbered } from '../letters/sign-paper.js';
import { signed, type Signature } from '../signature.js';
import type { GatherFacts } from './gather-facts.js';
import { answerOf, type HandOver, type HandOverFacts, type PackageMark } from './hand-over.js';
import type { HandOverStore, Package, PackageMaker } from './ports.js';
import { settleLast } from './settle-last.js';
import type { Aggravation } from './thresholds.js';

/** What somebody wants to hand over to public security, to be looked at before it leaves. */
export interface HandOverDraft extends Signature {
  readonly alertId: string;
  readonly unit: string;
  /** The unit of public security; `gaj` is the city's. */
  readonly to: string;
  readonly officers: readonly string[];
  readonly approver: string;
  readonly amount: number | null;
  readonly people: number | null;
  readonly losses: number | null;
  readonly aggravated: readonly Aggravation[];
  /** Attachments that stay in the house. */
  readonly without?: readonly string[];
}

/** What is handed over, under a letter that bears its number. */
export interface HandOverRequest extends HandOverDraft {
  readonly number: string;
  /** The step of the alert that the person saw last. */
  readonly seen: string;
}

const APPROVAL = '《行政执法机关移送涉嫌犯罪案件的规定》第五条';

/**
 * Hands an alert over to public security, at whatever stage it is: an administrative finding is no
 * precondition (article 23). The facts are frozen, the letter is numbered, the package is marked, and a receipt
 * is owed.
 */
export class MakeHandOver {
  constructor(
    private readonly store: HandOverStore,
    private readonly desk: DeskHands,
    private readonly gather: GatherFacts,
    private readonly packages: PackageMaker,
  ) {}

  async run(tx: Transaction, request: HandOverRequest): Promise<HandOver> {
    const number = numbered(request.number);
    const { alert, follows, facts } = await this.gathered(tx, request, number);
    const mark = markOf(await this.packages.make(facts));
    const { alertId } = alert;
    if (follows) await settleLast(this.desk.duties, tx, follows, facts);
    const dueAt = this.desk.time.dueAt(facts.at, facts.to.code, ALLOWANCES.receipt.time);
    const dutyId = await this.desk.duties.owe(tx, receiptDuty(facts, dueAt));
    const made = { alertId, follows: follows?.id ?? null, facts, package: mark, dutyId, dueAt };
    const handOver = await this.store.keep(tx, made);
    await this.step(tx, alert, request, handOver);
    return handOver;
  }

  /** The package as it would leave, with a letter that nobody signed yet; nothing of it is kept. */
  async draft(tx: Transaction, request: HandOverDraft): Promise<Package> {
    const { facts } = await this.gathered(tx, request, null);
    return this.packages.make(facts);
  }

  private async gathered(tx: Transaction, request: HandOverDraft, number: string | null) {
    const said = this.saidBy(request);
    const alert = await this.desk.steps.lock(tx, request.alertId);
    const follows = await this.lastAnswered(tx, alert.alertId);
    return { alert, follows, facts: await this.gather.run(tx, alert, { ...said, number }) };
  }

  private saidBy(request: HandOverDraft) {
    const { amount, people, losses, aggravated, without = [], unit, to } = request;
    refuseOddFigures({ amount, people, losses });
    const signature = signed(request);
    const officers = officersOf(request.officers);
    const { units, clock } = this.desk;
    return {
      ...{ amount, people, losses, aggravated, without, officers, ...signature },
      approver: approverOf(request.approver, [signature.by, ...officers], APPROVAL),
      from: { code: unit, name: unitNamed(units, unit) },
      to: { code: to, name: policeNamed(units, to) },
      at: clock.now(),
    };
  }

  /** The hand-over that the new one adds to; one that waits for its receipt is not made twice. */
  private async lastAnswered(tx: Transaction, alertId: string): Promise<HandOver | null> {
    const last = (await this.store.ofAlert(tx, alertId)).at(-1);
    if (!last || answerOf(last)) return last ?? null;
    const { by, at, to } = last.facts;
    throw new Conflict(
      `预警 ${alertId} 已由 ${by} 于 ${chinaTime(at)} 移送${to.name}（移送 ${last.id}），尚无回执`,
      { handOver: last.id },
    );
  }

  /** What adds to an earlier hand-over finds the alert transferred already. */
  private async step(
    tx: Transaction,
    { alertId, stage }: LockedAlert,
    { unit, seen }: HandOverRequest,
    { id, facts, package: mark }: HandOver,
  ): Promise<void> {
    if (stage === 'transferred') return;
    const { by, because, to } = facts;
    const detail = { handOver: id, to: to.code, sha256: mark.sha256, sm3: mark.sm3 };
    const step = { alertId, kind: 'transferred', by, unit, because, seen, detail } as const;
    await this.desk.steps.take(tx, step);
  }
}

/** A hand-over opens a criminal matter: nobody but public security can take it in (article 23 of the Regulation). */
function policeNamed(units: UnitNames, code: string): string {
  const name = unitNamed(units, code, 'to');
  if (code !== units.police)
    throw new Invalid(`to：涉嫌犯罪的线索只能移送公安机关（${units.police}），不能移送${name}`);
  return name;
}

const markOf = ({ name, bytes, sha256, sm3 }: Package): PackageMark => ({
  name,
  size: bytes.byteLength,
  sha256,
  sm3,
});

const receiptDuty = ({ alert, entity, to, from, at }: HandOverFacts, dueAt: Date) => ({
  alertId: alert.id,
  unit: to.code,
  kind: 'receipt' as const,
  subject: `${from.name}移送“${entity.name}”涉嫌犯罪线索的回执`,
  because: ALLOWANCES.receipt.basis,
  from: at,
  dueAt,
});

function refuseOddFigures(figures: Readonly<Record<string, number | null>>): void {
  for (const [field, value] of Object.entries(figures)) {
    if (value === null) continue;
    if (!(value >= 0 && value < 1e15)) throw new Invalid(`${field}：应为不小于零的数`);
    if (field === 'people' && !Number.isInteger(value)) throw new Invalid('people：应为整数');
  }
}
