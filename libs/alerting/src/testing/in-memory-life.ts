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
    const told = this.telling.notices.filter((n) => n.alertId === alertId && n.kind === 'alert');
    const byUnit = new Map<string, ToldUnit>();
    for (const { to } of told) {
      const known = byUnit.get(to.unit);
      if (!known || order.indexOf(to.role) <= order.indexOf(known.role)) byUnit.set(to.unit, to);
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
}

/** Who owes what, in memory. */
export class InMemoryDuties extends DutyStore {
  readonly rows: DutyRow[] = [];

  get standing(): DutyRow[] {
    return this.rows.filter((one) => one.doneBy === null && one.endedBecause === null);
  }

  owe(_tx: Transaction, drafts: readonly DutyDraft[]): Promise<string[]> {
    return Promise.resolve(drafts.map((draft) => this.oweOne(draft)));
  }

  standingOf(_tx: Transaction, alertId: string): Promise<Duty[]> {
    return Promise.resolve(
      this.standing.filter((one) => one.alertId === alertId).map((d) => ({ ...d, tier: null })),
    );
  }

  fulfil(_tx: Transaction, ids: readonly string[], by: string): Promise<void> {
    this.each(ids, (row) => Object.assign(row, { doneBy: by, nextAt: null }));
    return Promise.resolve();
  }

  end(_tx: Transaction, ids: readonly string[], because: string): Promise<void> {
    this.each(ids, (row) => Object.assign(row, { endedBecause: because, nextAt: null }));
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
    const same = this.standing.find(
      (one) =>
        draft.alertId !== null &&
        one.alertId === draft.alertId &&
        one.unit === draft.unit &&
        one.kind === draft.kind &&
        one.subject === draft.subject,
    );
    if (same) {
      const dueAt = draft.dueAt < same.dueAt ? draft.dueAt : same.dueAt;
      const { role, because } = draft;
      Object.assign(same, { dueAt, role, because, round: same.round + 1, rung: 0, nextAt: from });
      return same.id;
    }
    const id = String(this.rows.length + 1);
    const fresh = { openedAt: from, pausedAt: null, round: 1, rung: 0, nextAt: from };
    this.rows.push({ id, ...draft, ...fresh, doneBy: null, endedBecause: null });
    return id;
  }

  private each(ids: readonly string[], act: (row: DutyRow) => void): void {
    this.standing.filter(({ id }) => ids.includes(id)).forEach(act);
  }
}
