import type { Outcome, Sheet } from '@risk/domain';
import { chinaDay, chinaTime, Conflict, Invalid, type Clock, type Transaction } from '@risk/kit';
import { unitNamed } from '../desk/people.js';
import type { CityNames } from '../drafting/case-file.js';
import type { KnownReporters, LetterSource, PaperPress, Pressed } from '../drafting/ports.js';
import { draftCreditRecord, signCreditRecord, type ToFillIn } from '../credit-record.js';
import type { CreditCase } from '../credit-columns.js';
import { lockEntity } from '../find-entity.js';
import type { CaseEntity, CaseStore } from '../ports.js';
import { signed } from '../signature.js';
import { creditCaseOf } from './credit-case.js';
import type { CreditRequest, ToldPenalty } from './credit-request.js';
import type { CreditExport, CreditExports, ExportedCase, UnexportedCase } from './ports.js';
import { refuseReportersIn } from './refuse-reporters-in.js';

/** What an export consists of. */
export interface CreditFiles {
  readonly export: CreditExport;
  readonly files: readonly (Pressed & { readonly name: string })[];
  readonly toFillIn: readonly ToFillIn[];
  /** Found to be so, and no penalty of it ever left: nothing of it may be sent yet. */
  readonly withoutPenalty: readonly UnexportedCase[];
}

interface CreditSources {
  readonly cases: CaseStore;
  readonly source: LetterSource;
  readonly reporters: KnownReporters;
  readonly exports: CreditExports;
  readonly press: PaperPress;
}

const MOST_NAMED = 200;

/** Sends penalties out in the layout of the public credit platform, signed by a person, and keeps that it did. */
export class ExportCredit {
  constructor(
    private readonly sources: CreditSources,
    private readonly city: CityNames,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: CreditRequest): Promise<CreditFiles> {
    const signature = signed(request);
    const cases = await this.casesOf(tx, request);
    const record = signCreditRecord(draftCreditRecord(cases.map(({ one }) => one)), signature);
    await this.refuseReporters(record.records, cases);
    const at = this.clock.now();
    const files = await this.filesOf(record.records, record.sheets, chinaDay(at));
    const { exports } = this.sources;
    const kept = await exports.keep(tx, {
      ...signature,
      at,
      cases: cases.map(({ exported }) => exported),
      files: files.map(({ name, size, sha256, sm3 }) => ({ name, size, sha256, sm3 })),
    });
    const withoutPenalty = await exports.unexported(tx, MOST_NAMED);
    return { export: kept, files, toFillIn: record.toFillIn, withoutPenalty };
  }

  private async casesOf(tx: Transaction, { facts }: CreditRequest): Promise<Penalised[]> {
    const unit = facts.unit ?? this.city.office;
    const source = { name: unitNamed(this.city.units, unit), uscc: facts.unitUscc ?? null };
    const cases: Penalised[] = [];
    for (const [key, penalty] of Object.entries(facts.penalties).sort(byKey))
      cases.push(await this.caseOf(tx, key, penalty, source, cases));
    return cases;
  }

  private async caseOf(
    tx: Transaction,
    key: string,
    penalty: ToldPenalty,
    source: CreditCase['source'],
    before: readonly Penalised[],
  ): Promise<Penalised> {
    const entity = await lockEntity(this.sources.cases, tx, key);
    const { entityId, name, uscc } = entity;
    refuseUnfit(key, entity, before);
    const outcome = (await this.sources.cases.outcomesOf(tx, entityId)).at(-1);
    if (!outcome) throw new Invalid(`penalties.${key}：${name}没有核查结论，不得报送信用记录`);
    const exported = { entityId, name, uscc, number: penalty.number };
    await this.refuseAgain(tx, key, exported, penalty);
    const firm = await this.sources.source.registered(tx, entityId);
    return { key, exported, outcome, one: creditCaseOf(key, firm, outcome, penalty, source) };
  }

  private async refuseAgain(
    tx: Transaction,
    key: string,
    exported: ExportedCase,
    { again }: ToldPenalty,
  ): Promise<void> {
    const last = again ? null : await this.sources.exports.lastWith(tx, exported);
    if (last)
      throw new Conflict(
        `penalties.${key}：${exported.number} 已由 ${last.by} 于 ${chinaTime(last.at)} 报送（报送 ${last.id}）；更正后再报请写 again: true`,
        { export: last.id },
      );
  }

  private async refuseReporters(records: Sheet, cases: readonly Penalised[]): Promise<void> {
    const { reporters } = this.sources;
    const known = await reporters.of(cases.map(({ exported }) => exported.entityId));
    const registered = cases.flatMap(({ one }) => [one.name, one.representative ?? one.name]);
    refuseReportersIn(records, known, registered);
  }

  private async filesOf(
    records: Sheet,
    sheets: readonly Sheet[],
    day: string,
  ): Promise<CreditFiles['files']> {
    const { press } = this.sources;
    return [
      { name: `信用郴州-行政处罚-${day}.xlsx`, ...(await press.xlsx(sheets, day)) },
      { name: `信用郴州-行政处罚-${day}.csv`, ...press.csv(records) },
    ];
  }
}

/** A penalty with whom it is about. */
interface Penalised {
  readonly key: string;
  readonly exported: ExportedCase;
  readonly outcome: Outcome;
  readonly one: CreditCase;
}

/** Two exports at once lock entities in the same order. */
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

function refuseUnfit(
  key: string,
  { entityId, name, sample }: CaseEntity,
  before: readonly Penalised[],
): void {
  if (sample) throw new Invalid(`penalties.${key}：${name}是样例，不能报送`);
  const same = before.find(({ exported }) => exported.entityId === entityId);
  if (same) throw new Invalid(`penalties.${key}：与 ${same.key} 是同一主体（${name}）`);
}
