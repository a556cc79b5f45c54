import { isHigher, type AlertChange, type Tier } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';
import type { AlertStore, AlertWrite, EntityVerdict, OpenAlert, Router } from './ports.js';

/** How alerts were moved by a batch of verdicts. */
export interface RaiseOutcome {
  readonly raised: number;
  readonly upgraded: number;
}

/** Opens an alert for each entity that reached a tier, or upgrades the one that stands open. */
export class RaiseAlerts {
  constructor(
    private readonly alerts: AlertStore,
    private readonly router: Router,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, verdicts: readonly EntityVerdict[]): Promise<RaiseOutcome> {
    if (verdicts.length === 0) return { raised: 0, upgraded: 0 };
    const at = this.clock.now();
    const open = await this.alerts.openOf(
      tx,
      verdicts.map((v) => v.entityId),
    );
    const openBy = new Map(open.map((alert) => [alert.entityId, alert]));

    const writes = verdicts.flatMap((verdict) => {
      const decided = decideAlert(verdict, openBy.get(verdict.entityId), at);
      if (!decided) return [];
      const addressees = decided.change ? this.router.addresseesOf(verdict, at) : [];
      return [{ ...decided, verdict, addressees } satisfies AlertWrite];
    });
    await this.alerts.save(tx, writes, at);
    return {
      raised: writes.filter((w) => w.change?.kind === 'raised').length,
      upgraded: writes.filter((w) => w.change?.kind === 'upgraded').length,
    };
  }
}

/** What an alert becomes; the tier of an open alert only rises, a person lowers it. */
export interface AlertDecision {
  readonly alertId: string | null;
  readonly tier: Tier;
  readonly change: AlertChange | null;
}

/** Decides whether a verdict opens, upgrades or merely refreshes an alert; null leaves all as it is. */
export function decideAlert(
  verdict: EntityVerdict,
  open: OpenAlert | undefined,
  at: Date,
): AlertDecision | null {
  const { tier, reasons } = verdict.index;
  if (!open) {
    if (tier === 'none') return null;
    const news = reasons.map((r) => r.because);
    return { alertId: null, tier, change: { kind: 'raised', from: null, to: tier, at, news } };
  }
  if (!isHigher(tier, open.tier)) return { alertId: open.id, tier: open.tier, change: null };
  const known = new Set(open.index.reasons.map((r) => r.code));
  const news = reasons.filter((r) => !known.has(r.code)).map((r) => r.because);
  return {
    alertId: open.id,
    tier,
    change: { kind: 'upgraded', from: open.tier, to: tier, at, news },
  };
}
