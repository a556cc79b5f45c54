import { Conflict, type Transaction } from '@risk/kit';
import {
  DutyStore,
  LifeStore,
  type Duty,
  type DutyDraft,
  type Entrustment,
  type KeptStep,
  type LivingAlert,
  type LogEntry,
  type Move,
  type ToldUnit,
} from '../life/ports.js';
import { effective, type InMemoryAlerts } from './in-memory-alerts.js';
import type { InMemoryTelling } from './in-memory-telling.js';

/** The life of alerts in memory. */
export class InMemoryLife extends LifeStore {
  readonly steps: KeptStep[] = [];
  /** Who works on what: `alert unit` and the name. */
  readonly entrusted = new Map<string, string>();

  constructor(
    private readonly alerts: InMemoryAlerts,
    private readonly telling: InMemoryTelling,
  ) {
    super();
  }

  lock(_tx: Transaction, alertId: string): Promise<LivingAlert | null> {
    const row = this.alerts.rows.find(({ id }) => id === alertId);
    if (!row) return Promise.resolve(null);
    const { id, entityId, stage, status, mergedInto, verdict, index } = row;
    const entityName = verdict?.name ?? '';
    const sample = verdict?.sample ?? false;
    const tier = effective(row);
    const told = { regionCode: verdict?.regionCode ?? null, index, raisedAt: new Date(0) };
    const stand = { tier, stage, status, mergedInto, sample };
    return Promise.resolve({ id, entityId, entityName, ...told, ...stand });
  }

  logOf(_tx: Transaction, alertId: string): Promise<LogEntry[]> {
    return Promise.resolve(this.alerts.log.filter((one) => one.alertId === alertId));
  }

  keep(_tx: Transaction, step: KeptStep): Promise<string> {
    this.steps.push(step);
    return Promise.resolve(this.alerts.note(step));
  }

  move(_tx: Transaction, alertId: string, move: Move): Promise<void> {
    const row = this.alerts.row(alertId);
    const others = this.alerts.rows.filter((a) => a.entityId === row.entityId && a.id !== alertId);
    const isBack = move.status === 'open' && row.status !== 'open';
    if (isBack && others.some((a) => a.status === 'open'))
      throw new Conflict('另有一件未办结的预警');
    const { restsUntil, ...rest } = move;
    Object.assign(row, rest);
    if (restsUntil !== 'as-it-is') row.restsUntil = restsUntil;
    return Promise.resolve();
  }

  entrust(_tx: Transaction, { alertId, unit, person }: Entrustment): Promise<void> {
    if (person === null) this.entrusted.delete(`${alertId} ${unit}`);
    else this.entrusted.set(`${alertId} ${unit}`, person);
    return Promise.resolve();
  }

  toldUnits(_tx: Transaction, alertId: string): Promise<ToldUnit[]> {
    const order = ['lead', 'assist', 'copy'];
    const lead = this.alerts.assignedTo(alertId);
    const told = this.telling.notices.flatMap((n): (ToldUnit & { isOwn: boolean })[] => {
      if (n.kind !== 'alert' || n.alertId === null) return [];
      if (!this.alerts.livesIn(n.alertId, alertId)) return [];
      const isOwn = n.alertId === alertId;
      const isRelieved = isOwn && lead !== undefined && n.to.unit !== lead;
      return [{ ...n.to, isOwn, role: isRelieved && n.to.role === 'lead' ? 'copy' : n.to.role }];
    });
    const isLed = told.some(({ isOwn, role }) => isOwn && role === 'lead');
    const byUnit = new Map<string, ToldUnit>();
    for (const { isOwn, ...one } of told) {
      const role = one.role === 'lead' && !isOwn && isLed ? 'assist' : one.role;
      const known = byUnit.get(one.unit);
      if (!known || order.indexOf(role) <= order.indexOf(known.role))
        byUnit.set(one.unit, { ...one, role });
    }
    return Promise.resolve([...byUnit.values()]);
  }
}

/** A duty as it lies in memory. */
export interface DutyRow extends Omit<
  Duty,
  'dueAt' | 'pausedAt' | 'round' | 'rung' | 'because' | 'role' | 'tier'
> {
  dueAt: Date;
  because: string;
  role: Duty['role'];
  pausedAt: Date | null;
  round: number;
  rung: number;
  nextAt: Date | null;
  doneBy: string | null;
  endedBecause: string | null;
  endedOn: string | null;
}

const UNDONE = { doneBy: null, endedBecause: null, endedOn: null };

/** Who owes what, in memory. */
export class InMemoryDuties extends DutyStore {
  readonly rows: DutyRow[] = [];

  constructor(private readonly alerts: InMemoryAlerts) {
    super();
  }

  get standing(): DutyRow[] {
    return this.rows.filter((one) => one.doneBy === null && one.endedBecause === null);
  }

  owe(_tx: Transaction, drafts: readonly DutyDraft[]): Promise<string[]> {
    return Promise.resolve(drafts.map((draft) => this.oweOne(draft)));
  }

  standingOf(_tx: Transaction, alertId: string): Promise<Duty[]> {
    return Promise.resolve(
      this.standing
        .filter((one) => one.alertId !== null && this.alerts.livesIn(one.alertId, alertId))
        .map((d) => ({ ...d, tier: null })),
    );
  }

  fulfil(_tx: Transaction, ids: readonly string[], by: string): Promise<void> {
    this.each(ids, (row) => Object.assign(row, { doneBy: by, nextAt: null }));
    return Promise.resolve();
  }

  end(
    _tx: Transaction,
    ids: readonly string[],
    { on, because }: { on: string; because: string },
  ): Promise<void> {
    const ended = { endedBecause: because, endedOn: on, nextAt: null };
    this.each(ids, (row) => Object.assign(row, ended));
    return Promise.resolve();
  }

  revive(_tx: Transaction, alertIds: readonly string[], at: Date): Promise<void> {
    for (const row of [...this.rows].reverse()) {
      const isIts = row.alertId !== null && alertIds.includes(row.alertId);
      if (!isIts || row.endedOn === null || row.endedOn === row.alertId) continue;
      if (!this.sameAs(row)) Object.assign(row, { endedBecause: null, endedOn: null, nextAt: at });
    }
    return Promise.resolve();
  }

  pause(_tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
    this.each(ids, (row) => (row.pausedAt = at));
    return Promise.resolve();
  }

  resume(
    _tx: Transaction,
    duties: readonly { id: string; dueAt: Date }[],
    at: Date,
  ): Promise<void> {
    for (const { id, dueAt } of duties)
      this.each([id], (row) => {
        Object.assign(row, { pausedAt: null, dueAt, round: row.round + 1, rung: 0, nextAt: at });
      });
    return Promise.resolve();
  }

  toNudge(_tx: Transaction, now: Date, limit: number): Promise<Duty[]> {
    const due = this.standing.filter(
      (one) => one.pausedAt === null && one.nextAt && one.nextAt <= now,
    );
    return Promise.resolve(due.slice(0, limit).map((d) => ({ ...d, tier: null })));
  }

  climb(
    _tx: Transaction,
    climbs: readonly { id: string; rung: number; nextAt: Date | null }[],
  ): Promise<void> {
    for (const { id, rung, nextAt } of climbs) {
      const row = this.rows.find((one) => one.id === id);
      if (row) Object.assign(row, { rung, nextAt });
    }
    return Promise.resolve();
  }

  private oweOne({ from, ...draft }: DutyDraft): string {
    const same = this.sameAs(draft);
    if (same) {
      const paused = same.pausedAt ? from.getTime() - same.pausedAt.getTime() : 0;
      const left = new Date(same.dueAt.getTime() + paused);
      const dueAt = draft.dueAt < left ? draft.dueAt : left;
      const { role, because } = draft;
      Object.assign(same, {
        dueAt,
        pausedAt: null,
        role,
        because,
        round: same.round + 1,
        rung: 0,
        nextAt: from,
      });
      return same.id;
    }
    const id = String(this.rows.length + 1);
    const fresh = { openedAt: from, pausedAt: null, round: 1, rung: 0, nextAt: from };
    this.rows.push({ id, ...draft, ...fresh, ...UNDONE });
    return id;
  }

  /** What stands of the same alert, unit and kind. */
  private sameAs(draft: Pick<DutyDraft, 'alertId' | 'unit' | 'kind' | 'subject'>) {
    return this.standing.find(
      (one) =>
        draft.alertId !== null &&
        one.alertId === draft.alertId &&
        one.unit === draft.unit &&
        one.kind === draft.kind &&
        one.subject === draft.subject,
    );
  }

  private each(ids: readonly string[], act: (row: DutyRow) => void): void {
    this.standing.filter(({ id }) => ids.includes(id)).forEach(act);
  }
}
