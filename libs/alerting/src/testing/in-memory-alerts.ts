import {
  isHigher,
  type AlertChange,
  type AlertStage,
  type AlertStatus,
  type RiskIndex,
  type Tier,
} from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { KeptStep, LogEntry } from '../life/ports.js';
import {
  AlertStore,
  type AlertWrite,
  type EntityVerdict,
  type OpenAlert,
  type RestingAlert,
  type StandingTier,
  type WrittenAlert,
} from '../ports.js';

/** An alert as it lies in memory. */
export interface AlertRow {
  readonly id: string;
  readonly entityId: string;
  verdict: EntityVerdict | null;
  index: RiskIndex;
  tier: Tier;
  personTier: Tier | null;
  stage: AlertStage;
  status: AlertStatus;
  mergedInto: string | null;
  restsUntil: Date | null;
  group: string;
}

export const effective = ({ tier, personTier }: AlertRow): Tier => personTier ?? tier;

/** Alerts in memory, one open for each entity, with all that was written to them. */
export class InMemoryAlerts extends AlertStore {
  readonly rows: AlertRow[];
  readonly writes: AlertWrite[] = [];
  readonly log: (LogEntry & { readonly alertId: string; readonly detail?: KeptStep['detail'] })[] =
    [];
  /** What people set; a test puts it there. */
  readonly standing: StandingTier[] = [];

  constructor(open: readonly Pick<OpenAlert, 'id' | 'entityId' | 'tier' | 'index'>[] = []) {
    super();
    this.rows = open.map((one) => ({ ...born(one.id, one.entityId, one.index), tier: one.tier }));
  }

  get changes(): AlertChange[] {
    return this.writes.flatMap(({ change }) => change ?? []);
  }

  get open(): AlertRow[] {
    return this.rows.filter(({ status }) => status === 'open');
  }

  row(id: string): AlertRow {
    const row = this.rows.find((one) => one.id === id);
    if (!row) throw new Error(`no alert ${id}`);
    return row;
  }

  note(
    entry: Omit<LogEntry, 'id'> & {
      readonly alertId: string;
      readonly detail?: KeptStep['detail'];
    },
  ): string {
    const id = String(this.log.length + 1);
    this.log.push({ id, ...entry });
    return id;
  }

  openOf(_tx: Transaction, entityIds: readonly string[]): Promise<OpenAlert[]> {
    const open = this.rows.filter(
      (a) =>
        entityIds.includes(a.entityId) &&
        (a.status === 'open' || (a.status === 'merged' && this.merged(a) !== null)),
    );
    const byWeight = [...open].sort(
      (a, b) => Number(a.status === 'open') - Number(b.status === 'open'),
    );
    return Promise.resolve(byWeight.map((row) => ({ ...row, merged: this.merged(row) })));
  }

  /** The alert that one lives on in at last: itself, unless it was merged. */
  goalOf(id: string): AlertRow {
    let goal = this.row(id);
    while (goal.mergedInto !== null) goal = this.row(goal.mergedInto);
    return goal;
  }

  /** Whether one alert is another, or lives on in it. */
  livesIn(id: string, inside: string): boolean {
    if (id === inside) return true;
    const { mergedInto } = this.row(id);
    return mergedInto !== null && this.livesIn(mergedInto, inside);
  }

  /** The open alert that one lives on in at last. */
  merged(row: AlertRow): OpenAlert['merged'] {
    if (row.mergedInto === null) return null;
    const goal = this.goalOf(row.id);
    return goal.status === 'open' ? { into: goal.id, tier: effective(goal) } : null;
  }

  standingOf(_tx: Transaction, entityIds: readonly string[]): Promise<StandingTier[]> {
    const about = this.standing.filter((s) => entityIds.includes(s.entityId));
    return Promise.resolve(about.map((s) => ({ ...s, told: this.toldOf(s.person.decision) })));
  }

  restingOf(_tx: Transaction, entityIds: readonly string[], at: Date): Promise<RestingAlert[]> {
    const resting = this.rows.filter(
      (a) =>
        a.status === 'closed' &&
        a.restsUntil &&
        a.restsUntil > at &&
        entityIds.includes(a.entityId),
    );
    const highest = resting.sort((a, b) => (isHigher(effective(a), effective(b)) ? 1 : -1));
    return Promise.resolve(
      highest.map((a) => ({ entityId: a.entityId, tier: effective(a), until: a.restsUntil ?? at })),
    );
  }

  /** The unit that an alert was assigned to last. */
  assignedTo(alertId: string): string | undefined {
    const last = this.log.findLast((one) => one.alertId === alertId && one.kind === 'assigned');
    return last?.detail?.['toUnit'] as string | undefined;
  }

  insideOf(_tx: Transaction, alertId: string): Promise<{ id: string; tier: Tier }[]> {
    const inside = this.rows.filter(({ id }) => id !== alertId && this.livesIn(id, alertId));
    return Promise.resolve(inside.map((row) => ({ id: row.id, tier: effective(row) })));
  }

  save(_tx: Transaction, writes: readonly AlertWrite[], at: Date): Promise<WrittenAlert[]> {
    this.writes.push(...writes);
    return Promise.resolve(writes.map((write) => this.write(write, at)));
  }

  private write(write: AlertWrite, at: Date): WrittenAlert {
    const { verdict, tier, personTier, change, reopens, leaves } = write;
    const id = write.alertId ?? String(this.rows.length + 1);
    if (write.alertId === null) this.rows.push(born(id, verdict.entityId, verdict.index));
    const row = this.row(id);
    Object.assign(row, { verdict, index: verdict.index, tier, personTier });
    if (reopens) Object.assign(row, { stage: 'raised', restsUntil: null });
    if (leaves !== null) {
      Object.assign(row, { status: 'open', mergedInto: null });
      this.note({ alertId: leaves, kind: 'released', by: null, unit: null, because: null, at });
    }
    if (!change) return { alertId: id, changeId: null };
    const entry = { alertId: id, kind: change.kind, by: null, unit: null, because: null, at };
    return { alertId: id, changeId: this.note(entry) };
  }

  private toldOf(decision: string): Tier[] {
    const about = this.changes.filter((c) => c.kind === 'differs' && c.decision === decision);
    return about.map((c) => c.to);
  }
}

const born = (id: string, entityId: string, index: RiskIndex): AlertRow => ({
  id,
  entityId,
  verdict: null,
  index,
  tier: index.tier,
  personTier: null,
  stage: 'raised',
  status: 'open',
  mergedInto: null,
  restsUntil: null,
  group: id,
});
