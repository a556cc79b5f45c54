import { ALERT_TIERS, type AlertTier, type Engine } from '@risk/domain';
import { chinaDay, daysBetween, groupBy, uniqueBy } from '@risk/kit';
import { settledShare, smallShare, type KnownShare } from './life-figures.js';
import type { AlertedCase, OpenCases, Period, ReasonTally, UnalertedCase } from './ports.js';
import { quantileOf, shareOf, type Share } from './statistics.js';

/** How often a rule, a code or the whole was right, among the alerts that it contributed to. */
export interface Precision extends Share {
  readonly alerts: number;
  readonly confirmed: number;
  readonly refuted: number;
  /** Not known yet: no outcome, or one that says neither. */
  readonly undecided: number;
}

/** How often a code was right, and which engine says it. */
export interface ReasonPrecision extends Precision {
  readonly engine: Engine;
  readonly code: string;
}

/** Days from the first alert of an entity to the day of the period on which its case came to light. */
export interface LeadTime {
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly n: number;
  /** Alerted only after the case had come to light. */
  readonly negative: number;
  /** Confirmed cases alerted in the period of which nobody knows a day on which they came to light. */
  readonly unknown: number;
  /** Confirmed cases that no alert foretold: they have no lead time at all. */
  readonly missed: number;
}

/** How right the alerts of a period were, and how early. */
export interface OutcomeFigures {
  readonly period: Period;
  readonly alerts: number;
  /** Raised by people: they say nothing of the model and count nowhere else. */
  readonly byPerson: number;
  readonly overall: Precision;
  /** By the tier of the alert, the highest first; tiers without an alert, too. */
  readonly tiers: readonly (Precision & { readonly tier: AlertTier })[];
  /** 行政化解率, by entity. */
  readonly settled: KnownShare;
  /** 千万百人以下占比, by entity, those that no alert foretold included. */
  readonly small: KnownShare;
  /** Null while no case is confirmed. */
  readonly alertsPerConfirmedCase: number | null;
  readonly confirmedCases: number;
  readonly leadTime: LeadTime;
}

/** The same with what contributed to them. */
export interface OutcomeReport extends OutcomeFigures {
  readonly parts: readonly ReasonPrecision[];
}

/** Measures the alerts raised in a period by what became of their entities. */
export function measureOutcomes(
  period: Period,
  cases: readonly AlertedCase[],
  unalerted: readonly UnalertedCase[],
  open: OpenCases,
): OutcomeFigures {
  const inPeriod = cases.filter(({ raisedAt }) => isWithin(period, chinaDay(raisedAt)));
  const alerts = inPeriod.filter(({ byPerson }) => !byPerson);
  const confirmedCases = new Set(
    alerts.filter((a) => a.outcome?.verdict === 'confirmed').map((a) => a.entityId),
  ).size;
  const entities = uniqueBy(alerts, ({ entityId }) => entityId);
  const overall = precisionOf(alerts, ofAllTiers(open));
  return {
    period,
    alerts: overall.alerts,
    byPerson: inPeriod.length - alerts.length + open.byPerson,
    overall,
    tiers: ALERT_TIERS.map((tier) => {
      const its = alerts.filter((alert) => alert.tier === tier);
      return { tier, ...precisionOf(its, open.tiers[tier]) };
    }),
    settled: settledShare(entities, open.entities),
    small: smallShare(entities, unalerted, open.entities),
    alertsPerConfirmedCase: confirmedCases === 0 ? null : overall.alerts / confirmedCases,
    confirmedCases,
    leadTime: leadTimeOf(period, cases, unalerted),
  };
}

const ofAllTiers = ({ tiers }: OpenCases): number =>
  Object.values(tiers).reduce((sum, alerts) => sum + alerts, 0);

const isWithin = ({ from, to }: Period, day: string): boolean => day >= from && day <= to;

/** Of alerts, and of so many more of which nothing is known. */
function precisionOf(alerts: readonly AlertedCase[], open: number): Precision {
  const count = (verdict: string): number =>
    alerts.filter((a) => a.outcome?.verdict === verdict).length;
  const [confirmed, refuted] = [count('confirmed'), count('refuted')];
  return precision({ alerts: alerts.length + open, confirmed, refuted });
}

function precision(tally: Pick<Precision, 'alerts' | 'confirmed' | 'refuted'>): Precision {
  const { alerts, confirmed, refuted } = tally;
  const decided = confirmed + refuted;
  return { ...shareOf(confirmed, decided), ...tally, undecided: alerts - decided };
}

/** How right each code was, the one with the most alerts first. */
export const reasonPrecisions = (reasons: readonly ReasonTally[]): ReasonPrecision[] =>
  reasons
    .map(({ code, engine, alerts, confirmed, refuted }) => ({
      // What no record says comes from a rule about the whole entity.
      engine: engine ?? ('rules' as const),
      code,
      ...precision({ alerts, confirmed, refuted }),
    }))
    .sort((a, b) => b.alerts - a.alerts || (a.code < b.code ? -1 : 1));

/**
 * Of entities that came to light in the period and whose first alert came from the model. By the day of the alert the
 * figure would know only cases that were over soon: the earlier an alert, the later its case is known.
 */
function leadTimeOf(
  period: Period,
  cases: readonly AlertedCase[],
  unalerted: readonly UnalertedCase[],
): LeadTime {
  const firsts = [...groupBy(cases, ({ entityId }) => entityId).values()]
    .map(firstOf)
    .filter(({ byPerson }) => !byPerson);
  const leads = firsts.flatMap(({ raisedAt, outcome }) => {
    const exposedOn = outcome?.exposedOn ?? null;
    const isMeant = exposedOn !== null && isWithin(period, exposedOn);
    return isMeant ? [daysBetween(chinaDay(raisedAt), exposedOn)] : [];
  });
  return {
    median: quantileOf(leads, 0.5),
    lowerQuartile: quantileOf(leads, 0.25),
    upperQuartile: quantileOf(leads, 0.75),
    n: leads.length,
    negative: leads.filter((lead) => lead < 0).length,
    unknown: firsts.filter(
      ({ raisedAt, outcome }) =>
        isWithin(period, chinaDay(raisedAt)) &&
        outcome?.verdict === 'confirmed' &&
        outcome.exposedOn === null,
    ).length,
    missed: unalerted.filter(({ outcome }) => outcome.verdict === 'confirmed').length,
  };
}

const firstOf = (alerts: readonly AlertedCase[]): AlertedCase =>
  alerts.reduce((first, alert) => (alert.raisedAt < first.raisedAt ? alert : first));
