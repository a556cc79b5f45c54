import type { Clock, Transaction } from '@risk/kit';
import { decideAlert, leavesFor } from './decide-alert.js';
import { occasionOf } from './occasion-of.js';
import type { AlertStore, AlertWrite, EntityVerdict } from './ports.js';
import type { TellUnits } from './telling/tell-units.js';

/** How alerts were moved by a batch of verdicts. */
export interface RaiseOutcome {
  readonly raised: number;
  readonly upgraded: number;
}

/** Opens an alert for each entity that reached a tier, or upgrades the one that stands open. */
export class RaiseAlerts {
  constructor(
    private readonly alerts: AlertStore,
    private readonly tell: Pick<TellUnits, 'run'>,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, verdicts: readonly EntityVerdict[]): Promise<RaiseOutcome> {
    if (verdicts.length === 0) return { raised: 0, upgraded: 0 };
    const at = this.clock.now();
    const ids = verdicts.map((v) => v.entityId);
    const openBy = byEntity(await this.alerts.openOf(tx, ids));
    const personBy = byEntity(await this.alerts.standingOf(tx, ids));
    const restingBy = byEntity(await this.alerts.restingOf(tx, reaching(verdicts, openBy), at));

    const writes = verdicts.flatMap((verdict): AlertWrite[] => {
      const { entityId } = verdict;
      const open = openBy.get(entityId);
      const person = personBy.get(entityId);
      const resting = restingBy.get(entityId);
      const decided = decideAlert(verdict, { open, person, resting }, at);
      return decided ? [{ ...decided, verdict, leaves: leavesFor(decided, open?.merged) }] : [];
    });
    const written = await this.alerts.save(tx, writes, at);
    const occasions = writes.flatMap((write, i) => {
      const one = written[i];
      return one ? (occasionOf(write, one, openBy.get(write.verdict.entityId)) ?? []) : [];
    });
    await this.tell.run(tx, occasions, at);
    return {
      raised: writes.filter((w) => w.change?.kind === 'raised').length,
      upgraded: writes.filter((w) => w.change?.kind === 'upgraded').length,
    };
  }
}

/** Those who reach a tier and have no alert yet: only they can rest. */
const reaching = (
  verdicts: readonly EntityVerdict[],
  openBy: ReadonlyMap<string, unknown>,
): string[] =>
  verdicts.flatMap(({ entityId, index }) =>
    index.tier === 'none' || openBy.has(entityId) ? [] : [entityId],
  );

const byEntity = <T extends { readonly entityId: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.entityId, one]));
