import type { IndexReason } from '@risk/domain';
import { chinaDay, Invalid, type Transaction } from '@risk/kit';
import type {
  CaseFigures,
  CaseRecords,
  Evidence,
  EvidenceShelf,
  LockedAlert,
  UnitNames,
} from '../desk/ports.js';
import type { LetterSource } from '../drafting/ports.js';
import { keptUnit } from '../drafting/unit-words.js';
import { maskPersons } from '../mask-persons.js';
import type { VerificationStore } from '../verification/ports.js';
import {
  checklistOf,
  isAction,
  standingOf,
  type Verification,
} from '../verification/verification.js';
import type { HandOverFacts, NamedUnit, SaidFigure } from './hand-over.js';
import { thresholdsOf, type Aggravation } from './thresholds.js';

/** What the people who hand over say of the case themselves. */
export interface SaidOfCase {
  /** Yuan and people as the officers know them; null takes what complaints name. */
  readonly amount: number | null;
  readonly people: number | null;
  readonly losses: number | null;
  readonly aggravated: readonly Aggravation[];
  /** Attachments that stay in the house. */
  readonly without: readonly string[];
  readonly from: NamedUnit;
  readonly to: NamedUnit;
  readonly officers: readonly string[];
  readonly approver: string;
  readonly number: string | null;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Puts together all that is known of a case, without anybody who reported it. */
export class GatherFacts {
  constructor(
    private readonly records: CaseRecords,
    private readonly shelf: EvidenceShelf,
    private readonly verifications: VerificationStore,
    private readonly register: {
      readonly source: Pick<LetterSource, 'registered' | 'findingOf'>;
      readonly units: UnitNames;
    },
  ) {}

  async run(tx: Transaction, alert: LockedAlert, said: SaidOfCase): Promise<HandOverFacts> {
    const known = await this.records.figuresOf(tx, alert.entityId);
    const latest = (await this.verifications.ofAlert(tx, alert.alertId)).at(-1);
    const figures = figuresOf(known, said);
    const { amount, people, losses } = figures;
    const { from, to, officers, approver, number, by, at, aggravated } = said;
    const { representative, shareholders } = await this.register.source.registered(
      tx,
      alert.entityId,
    );
    const snapshot = snapshotOf(alert, known);
    return {
      ...snapshot,
      entity: { ...snapshot.entity, representative, shareholders },
      finding: await this.findingOf(tx, alert.alertId),
      ...figures,
      aggravated,
      thresholds: thresholdsOf({
        amount: amount.value,
        people: people.value,
        losses: losses.value,
        aggravated,
      }),
      verification: latest ? summaryOf(latest) : null,
      evidence: evidenceOf(await this.shelf.of(tx, alert.alertId), said.without),
      ...{ from, to, officers, approver, number, by, at },
      because: maskPersons(said.because),
    };
  }

  /** What the administration found, by the name that the unit has now. */
  private async findingOf(
    tx: Transaction,
    alertId: string,
  ): Promise<NonNullable<HandOverFacts['finding']> | null> {
    const { source, units } = this.register;
    const found = await source.findingOf(tx, alertId);
    if (!found) return null;
    const { at, unit, because } = found;
    return { on: chinaDay(at), by: keptUnit(units, unit), because: maskPersons(because) };
  }
}

/** What is handed over of the files; who leaves one out has to name one that is there. */
function evidenceOf(files: readonly Evidence[], without: readonly string[]): readonly Evidence[] {
  const unknown = without.find((id) => !files.some((file) => file.id === id));
  if (unknown !== undefined) throw new Invalid(`without：这件预警没有附件 ${unknown}`);
  return files.filter(({ id }) => !without.includes(id));
}

type Snapshot = Pick<HandOverFacts, 'alert' | 'entity' | 'index' | 'complaints' | 'complainants'>;

function snapshotOf(alert: LockedAlert, known: CaseFigures): Snapshot {
  const { alertId, tier, stage, raisedAt, sample, entityId, entityName, regionCode } = alert;
  const { score, scheme, dimensions, elements, reasons } = alert.index;
  const { uscc, address, complaints, complainants } = known;
  return {
    alert: { id: alertId, tier, stage, raisedAt, sample },
    entity: { id: entityId, name: entityName, uscc, address, regionCode },
    index: { score, scheme, dimensions, elements, reasons: reasons.map(withoutQuote) },
    complaints,
    complainants,
  };
}

/** A quote may be a complainant's own words: it stays inside. */
const withoutQuote = ({ code, because }: IndexReason) => ({ code, because: maskPersons(because) });

const figuresOf = (
  known: CaseFigures,
  said: SaidOfCase,
): Pick<HandOverFacts, 'amount' | 'people' | 'losses'> => ({
  amount: figureOf(said.amount, known.amount),
  people: figureOf(said.people, known.people),
  losses: figureOf(said.losses, null),
});

function figureOf(said: number | null, complained: number | null): SaidFigure {
  if (said !== null) return { value: said, source: 'officers' };
  return { value: complained, source: complained === null ? null : 'complaints' };
}

/** How the elements stand; what officers wrote is masked like everything that leaves. */
function summaryOf(verification: Verification): NonNullable<HandOverFacts['verification']> {
  const { id, officers, entries } = verification;
  const checklist = checklistOf(verification).map((line) => ({
    ...line,
    because: line.because === null ? null : maskPersons(line.because),
  }));
  const actions = standingOf(entries).filter(({ kind }) => isAction(kind)).length;
  return { id, officers, checklist, actions };
}
