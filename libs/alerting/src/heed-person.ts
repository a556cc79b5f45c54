import { isHigher, tierName, type AlertChange, type TierDecision } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';
import { decideAlert, type AlertDecision } from './decide-alert.js';
import type { AlertStore, EntityVerdict, OpenAlert, Router } from './ports.js';

/** Moves the alert of an entity to the tier that a person set, or back to the model's. */
export class HeedPerson {
  constructor(
    private readonly alerts: AlertStore,
    private readonly router: Router,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, verdict: EntityVerdict, decision: TierDecision): Promise<void> {
    const at = this.clock.now();
    const open = (await this.alerts.openOf(tx, [verdict.entityId])).at(-1);
    const decided = decideHeeding(verdict, open, decision, at);
    if (!decided) return;
    const { change } = decided;
    // Whoever was told of a tier is told again when it rises; a fall stands on the alert.
    const isTold = change !== null && change.kind !== 'lowered';
    const addressees = isTold ? this.router.addresseesOf(verdict, change.to, at) : [];
    await this.alerts.save(tx, [{ ...decided, verdict, addressees }], at);
  }
}

/**
 * Decides what a person's word makes of an alert; null when there is none and none is needed. The
 * model's tier begins anew where it stands now: what it said before is settled by the person.
 */
export function decideHeeding(
  verdict: EntityVerdict,
  open: OpenAlert | undefined,
  decision: TierDecision,
  at: Date,
): AlertDecision | null {
  const model = verdict.index.tier;
  const { from, to } = decision;
  if (!open && to === null) return decideAlert(verdict, undefined, undefined, at);
  if (!open && to === 'none') return null;
  const after = to ?? model;
  const before = open ? (from ?? open.tier) : null;
  const kind = changeKind(before, after);
  const news = [wordsOf(decision)];
  const made = {
    from: before,
    to: after,
    at,
    source: 'person',
    decision: decision.id,
    news,
  } as const;
  return {
    alertId: open?.id ?? null,
    tier: model,
    personTier: to,
    change: kind && { kind, ...made },
  };
}

function changeKind(
  before: AlertChange['from'],
  after: AlertChange['to'],
): 'raised' | 'upgraded' | 'lowered' | null {
  if (before === null) return 'raised';
  if (isHigher(after, before)) return 'upgraded';
  return isHigher(before, after) ? 'lowered' : null;
}

const wordsOf = ({ by, to, because }: TierDecision): string =>
  to === null ? `${by}撤回人工等级：${because}` : `${by}定为${tierName(to)}：${because}`;
