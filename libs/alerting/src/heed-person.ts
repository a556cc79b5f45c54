import { isHigher, tierColour, tierName, type AlertChange, type TierDecision } from '@risk/domain';
import { Invalid, type Clock, type Transaction } from '@risk/kit';
import { decideAlert, leavesFor, type AlertDecision } from './decide-alert.js';
import { occasionOf } from './occasion-of.js';
import type { AlertStore, EntityVerdict, OpenAlert } from './ports.js';
import type { TellUnits } from './telling/tell-units.js';

/** Moves the alert of an entity to the tier that a person set, or back to the model's. */
export class HeedPerson {
  constructor(
    private readonly alerts: AlertStore,
    private readonly tell: Pick<TellUnits, 'run'>,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, verdict: EntityVerdict, decision: TierDecision): Promise<void> {
    const at = this.clock.now();
    const open = (await this.alerts.openOf(tx, [verdict.entityId])).at(-1);
    const decided = decideHeeding(verdict, open, decision, at);
    if (!decided) return;
    await this.refuseToHide(tx, decided);
    const write = { ...decided, verdict, leaves: leavesFor(decided, open?.merged) };
    const [written] = await this.alerts.save(tx, [write], at);
    const occasion = written && occasionOf(write, written, open);
    if (occasion) await this.tell.run(tx, [occasion], at);
  }

  /** Whoever lowers an alert takes out first what was merged into it and stays higher. */
  private async refuseToHide(tx: Transaction, { alertId, change }: AlertDecision): Promise<void> {
    if (alertId === null || change?.kind !== 'lowered') return;
    const inside = await this.alerts.insideOf(tx, alertId);
    const higher = inside.find(({ tier }) => isHigher(tier, change.to));
    if (higher)
      throw new Invalid(
        `to：预警 ${alertId} 里并有${tierColour(higher.tier)}的预警 ${higher.id}，不能低于它；请先把它分出`,
      );
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
  if (!open && to === null) return decideAlert(verdict, {}, at);
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
    reopens: kind === 'upgraded' && isRefuted(open),
  };
}

const isRefuted = (open: OpenAlert | undefined): boolean => open?.stage === 'refuted';

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
