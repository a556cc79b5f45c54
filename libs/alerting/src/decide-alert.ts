import { bothTiers, isHigher, type AlertChange, type Tier } from '@risk/domain';
import type { EntityVerdict, OpenAlert, RestingAlert, StandingTier } from './ports.js';

/** What an alert becomes; the tier of an open alert only rises, a person lowers it. */
export interface AlertDecision {
  readonly alertId: string | null;
  /** The model's tier. */
  readonly tier: Tier;
  readonly personTier: Tier | null;
  readonly change: AlertChange | null;
  /** Whether a refuted alert is taken up again. */
  readonly reopens: boolean;
}

/** The alert that one was merged into and now rises above; a higher tier never hides in a lower one. */
export const leavesFor = (
  { change }: AlertDecision,
  merged: OpenAlert['merged'] | undefined,
): string | null =>
  merged && change?.kind === 'upgraded' && isHigher(change.to, merged.tier) ? merged.into : null;

/** What stands about an entity. */
export interface Standing {
  readonly open?: OpenAlert | undefined;
  readonly person?: StandingTier | undefined;
  readonly resting?: RestingAlert | undefined;
}

/**
 * Decides whether a verdict opens, upgrades or merely refreshes an alert; null leaves all as it is.
 * While a person's tier stands the model moves nothing: where it comes to a higher one than the person
 * set, knew of or was told, that is noted once as a difference. What was refuted rests for a while: only
 * a higher tier than then is an alert again.
 */
export function decideAlert(
  verdict: EntityVerdict,
  { open, person, resting }: Standing,
  at: Date,
): AlertDecision | null {
  return person ? besidePerson(verdict, open, person, at) : byModel(verdict, { open, resting }, at);
}

function byModel(
  verdict: EntityVerdict,
  { open, resting }: Standing,
  at: Date,
): AlertDecision | null {
  const { tier } = verdict.index;
  const made = {
    to: tier,
    at,
    source: 'model',
    decision: null,
    news: newsOf(verdict, open),
  } as const;
  const personTier = null;
  if (!open) {
    if (tier === 'none' || (resting && !isHigher(tier, resting.tier))) return null;
    const change: AlertChange = { kind: 'raised', from: null, ...made };
    return { alertId: null, tier, personTier, change, reopens: false };
  }
  if (!isHigher(tier, open.tier))
    return { alertId: open.id, tier: open.tier, personTier, change: null, reopens: false };
  const change: AlertChange = { kind: 'upgraded', from: open.tier, ...made };
  return { alertId: open.id, tier, personTier, change, reopens: open.stage === 'refuted' };
}

function besidePerson(
  verdict: EntityVerdict,
  open: OpenAlert | undefined,
  { person, modelTier, told }: StandingTier,
  at: Date,
): AlertDecision | null {
  const { tier } = verdict.index;
  const differs = [person.tier, modelTier, ...told].every((known) => isHigher(tier, known));
  if (!differs && !open) return null;
  const change: AlertChange = {
    kind: 'differs',
    from: person.tier,
    to: tier,
    at,
    source: 'model',
    decision: person.decision,
    news: [bothTiers(tier, person), ...newsOf(verdict, open)],
  };
  return {
    alertId: open?.id ?? null,
    tier: open && !isHigher(tier, open.tier) ? open.tier : tier,
    personTier: person.tier,
    change: differs ? change : null,
    reopens: false,
  };
}

/** Reasons that the open alert did not have yet. */
function newsOf({ index }: EntityVerdict, open: OpenAlert | undefined): string[] {
  const known = new Set(open?.index.reasons.map((r) => r.code));
  return index.reasons.filter((r) => !known.has(r.code)).map((r) => r.because);
}
