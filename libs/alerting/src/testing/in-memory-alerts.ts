import type { AlertChange, Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { AlertStore, type AlertWrite, type OpenAlert, type StandingTier } from '../ports.js';

/** Alerts in memory, one open for each entity, with all that was written to them. */
export class InMemoryAlerts extends AlertStore {
  readonly open: OpenAlert[];
  readonly writes: AlertWrite[] = [];
  /** What people set; a test puts it there. */
  readonly standing: StandingTier[] = [];

  constructor(open: readonly OpenAlert[] = []) {
    super();
    this.open = [...open];
  }

  get changes(): AlertChange[] {
    return this.writes.flatMap(({ change }) => change ?? []);
  }

  openOf(_tx: Transaction, entityIds: readonly string[]): Promise<OpenAlert[]> {
    return Promise.resolve(this.open.filter((a) => entityIds.includes(a.entityId)));
  }

  standingOf(_tx: Transaction, entityIds: readonly string[]): Promise<StandingTier[]> {
    const about = this.standing.filter((s) => entityIds.includes(s.entityId));
    return Promise.resolve(about.map((s) => ({ ...s, told: this.toldOf(s.person.decision) })));
  }

  save(_tx: Transaction, writes: readonly AlertWrite[]): Promise<void> {
    this.writes.push(...writes);
    for (const { alertId, verdict, tier } of writes) {
      const at = this.open.findIndex((a) => a.id === alertId);
      const id = alertId ?? String(this.open.length + 1);
      const alert = { id, entityId: verdict.entityId, tier, index: verdict.index };
      if (at < 0) this.open.push(alert);
      else this.open[at] = alert;
    }
    return Promise.resolve();
  }

  private toldOf(decision: string): Tier[] {
    const about = this.changes.filter((c) => c.kind === 'differs' && c.decision === decision);
    return about.map((c) => c.to);
  }
}
