import type { StepKind } from '@risk/alerting';
import { RecordOutcome } from '@risk/cases';
import { outcomeName } from '@risk/domain';
import {
  chinaDay,
  Clock,
  days,
  fingerprintOf,
  hours,
  RiskError,
  type Transaction,
  type UnitOfWork,
} from '@risk/kit';
import type { SampleTruth } from '@risk/samples';
import { PgCases, PgLife, PgUnitOfWork, type DutyLine } from '@risk/store';
import type { House } from './house.js';

/** A clock that stands where the story is. */
export class StoryClock extends Clock {
  at = new Date(0);

  now(): Date {
    return this.at;
  }
}

/** A confirmed case that has yet to break in the story, and when its day is entered. */
interface Unbroken {
  readonly duty: DutyLine;
  readonly known: SampleTruth;
  readonly enteredAt: Date;
}

const MOST = 2_000;
const PEOPLE = ['张某', '李某', '王某', '刘某', '陈某'];

/**
 * Plays what officials do with sample alerts as the days pass: most acknowledge and answer in time, some
 * late, a few never, so that ledgers, reminders and figures have something to show. The same story each time.
 */
export class SampleOfficials {
  /** What is really going on, by each record that shows it. */
  private readonly truth: ReadonlyMap<string, SampleTruth>;
  /** They take the same few steps thousands of times. */
  private readonly steps: UnitOfWork;
  /** Confirmed before the story came to its break: the day is entered when it has come. */
  private readonly unbroken = new Map<string, Unbroken>();
  /** Up to when the feeds were heard: nobody acts before what happened then. */
  private since = new Date(0);

  constructor(
    private readonly house: House,
    private readonly clock: StoryClock,
    truth: readonly SampleTruth[],
  ) {
    this.steps = new PgUnitOfWork(house.database, { keepsPlans: true });
    this.truth = new Map(truth.flatMap((one) => one.sourceIds.map((id) => [id, one])));
  }

  /** Says up to when the feeds were heard. */
  heard(at: Date): void {
    this.since = at;
  }

  /** Lets the officials work until the moment of the story clock. */
  async work(): Promise<void> {
    const { alerts } = this.house;
    const until = this.clock.at;
    const standing = await alerts.book.standing(null, MOST);
    const due = standing
      .filter((duty) => duty.sample && duty.alertId !== null)
      .flatMap((duty) => {
        const at = momentOf(duty);
        if (at === null || at > until) return [];
        return [{ duty, at: at < this.since ? this.since : at }];
      })
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    if (due.length > 0)
      await this.steps.run(async (tx) => {
        for (const { duty, at } of due) await this.act(tx, duty, at);
      });
    await this.steps.run((tx) => this.enterBreaks(tx, until));
    this.clock.at = until;
    await alerts.at(this.clock).tellHushed.run();
    await alerts.at(this.clock).nudge.run();
  }

  private async act(tx: Transaction, duty: DutyLine, at: Date): Promise<void> {
    this.clock.at = at;
    if (duty.kind === 'acknowledge') return this.step(tx, duty, 'acknowledged', '已收悉，安排核实');
    if (duty.role !== 'lead')
      return this.step(tx, duty, 'answered', '已上门核实，情况随附，未见新的异常');
    await this.conclude(tx, duty, at);
  }

  /** The unit in the lead verifies and comes to a result: what is really going on, as the story knows. */
  private async conclude(tx: Transaction, duty: DutyLine, at: Date): Promise<void> {
    const known = await this.truthOf(duty);
    if (duty.stage === 'raised' || duty.stage === 'acknowledged')
      await this.step(tx, duty, 'verifying', '两名执法人员上门核查');
    if (!known) {
      await this.step(tx, duty, 'refuted', '经核查为正常经营，未发现向不特定对象吸收资金');
      return this.step(tx, duty, 'closed', '排除，归档');
    }
    await this.step(tx, duty, 'confirmed', '三项要件均有证据，予以认定');
    await this.record(tx, duty, known, `样例：核查${outcomeName('confirmed')}`);
    if (isBroken(known, at)) await this.step(tx, duty, 'transferred', '涉嫌犯罪，移送公安机关');
  }

  private async step(
    tx: Transaction,
    { alertId, unit }: DutyLine,
    kind: StepKind,
    because: string,
  ): Promise<void> {
    if (alertId === null) return;
    const seen = (await new PgLife().logOf(tx, alertId)).at(-1)?.id ?? null;
    const by = PEOPLE[share(`${alertId}${unit}`, PEOPLE.length)] ?? '张某';
    const request = { alertId, kind, unit, by, because, seen };
    try {
      await this.house.alerts.at(this.clock).step(tx, request);
    } catch (error) {
      // Another lead came first: then there is nothing left to do.
      if (!(error instanceof RiskError)) throw error;
    }
  }

  /** Enters the days of the breaks that came since, a day or a few after each. */
  private async enterBreaks(tx: Transaction, until: Date): Promise<void> {
    for (const [alertId, { duty, known, enteredAt }] of this.unbroken) {
      if (enteredAt > until) continue;
      this.unbroken.delete(alertId);
      this.clock.at = enteredAt < this.since ? this.since : enteredAt;
      await this.record(tx, duty, known, '样例：补记案发日期');
    }
    this.clock.at = until;
  }

  private async record(
    tx: Transaction,
    duty: DutyLine,
    known: SampleTruth,
    because: string,
  ): Promise<void> {
    const cases = new PgCases();
    const alert = await new PgLife().lock(tx, duty.alertId ?? '');
    if (!alert) return;
    const entity = alert.entityId;
    const last = (await cases.outcomesOf(tx, entity)).at(-1);
    if (last?.exposedOn) return;
    const isPast = isBroken(known, this.clock.at);
    if (!isPast && known.exposedOn !== null) {
      const enteredAt = new Date(noonOf(known.exposedOn) + days(1 + share(alert.id, 3)));
      this.unbroken.set(alert.id, { duty, known, enteredAt });
    }
    await new RecordOutcome(cases, this.clock).run(tx, {
      entity,
      verdict: 'confirmed',
      scheme: known.scheme,
      exposedOn: isPast ? known.exposedOn : null,
      losses: null,
      people: null,
      by: '张某',
      because,
      seen: last?.id ?? null,
    });
  }

  /** What the records about the alerted entity are part of. */
  private async truthOf({ alertId }: DutyLine): Promise<SampleTruth | undefined> {
    const rows = await this.house.database.rows<{ id: string }>(RECORDS_OF, [alertId]);
    return rows.map(({ id }) => this.truth.get(id)).find((one) => one !== undefined);
  }
}

const RECORDS_OF = `
  select distinct r.source_id as id
  from alert a join entity e on e.id = a.entity_id join entity part on part.root_id = e.root_id
  join entity_link l on l.entity_id = part.id join record r on r.id = l.record_id
  where a.id = $1 order by 1
`;

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);

const isBroken = ({ exposedOn }: SampleTruth, at: Date): boolean =>
  exposedOn !== null && exposedOn <= chinaDay(at);

/** A number that is always the same for the same text, evenly spread. */
const share = (text: string, of: number): number =>
  parseInt(fingerprintOf([text]).slice(0, 8), 16) % of;

/** When an official does it: in time, late, or never (null). */
function momentOf({ id, unit, kind, openedAt, dueAt, firstDueAt }: DutyLine): Date | null {
  const luck = share(`${unit} ${kind} ${id}`, 100);
  if (luck >= 97) return null;
  const allowed = Math.max(dueAt.getTime() - openedAt.getTime(), hours(1));
  if (luck < 86) return new Date(openedAt.getTime() + allowed * (0.2 + (luck % 7) / 10));
  return new Date(firstDueAt.getTime() + days(1 + (luck % 5)));
}
