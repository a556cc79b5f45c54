import type { Clock, Transaction } from '@risk/kit';
import { decideAlert, type AlertDecision } from './decide-alert.js';
import type { Addressee, AlertStore, AlertWrite, EntityVerdict, Router } from './ports.js';

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
    const ids = verdicts.map((v) => v.entityId);
    const openBy = byEntity(await this.alerts.openOf(tx, ids));
    const standingBy = byEntity(await this.alerts.standingOf(tx, ids));

    const writes = verdicts.flatMap((verdict) => {
      const { entityId } = verdict;
      const decided = decideAlert(verdict, openBy.get(entityId), standingBy.get(entityId), at);
      if (!decided) return [];
      const addressees = this.addresseesOf(verdict, decided, at);
      return [{ ...decided, verdict, addressees } satisfies AlertWrite];
    });
    await this.alerts.save(tx, writes, at);
    return {
      raised: writes.filter((w) => w.change?.kind === 'raised').length,
      upgraded: writes.filter((w) => w.change?.kind === 'upgraded').length,
    };
  }

  /** That model and person differ is for the unit in the lead to weigh. */
  private addresseesOf(
    verdict: EntityVerdict,
    { change }: AlertDecision,
    at: Date,
  ): readonly Addressee[] {
    if (!change) return [];
    const all = this.router.addresseesOf(verdict, change.to, at);
    return change.kind === 'differs' ? all.filter(({ role }) => role === 'lead') : all;
  }
}

const byEntity = <T extends { readonly entityId: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.entityId, one]));
