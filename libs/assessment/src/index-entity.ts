import type { EngineVersions, EntityFacts, Feed, RiskIndex } from '@risk/domain';
import type { Facts, Finding } from '@risk/rules';
import type { AgedSignal, EntityEvidence, EntityScore } from '@risk/scoring';

/** What an index is computed from; an EntityState of the store is one. */
export interface Indexable {
  readonly signals: readonly AgedSignal[];
  readonly facts: EntityFacts;
  /** Feeds that have told about the entity; what is not among them is said to be missing. */
  readonly feeds?: readonly Feed[];
}

/** The engines that an index needs. */
export interface IndexEngines {
  readonly rules: { readonly evaluate: (facts: Facts) => readonly Finding[] };
  readonly scoring: { readonly scoreEntity: (evidence: EntityEvidence) => EntityScore };
  readonly version: EngineVersions;
}

/** Computes the index of an entity at a moment: rules about the whole entity, then the score. */
export type IndexEntity = (entity: Indexable, at: Date) => RiskIndex;

/** Puts the engines of one version together into the computation of an index. */
export function createIndexing({ rules, scoring, version }: IndexEngines): IndexEntity {
  return ({ signals, facts, feeds }, at) => {
    // Rules about the whole strengthen signals and never stand alone: who carries none has no index.
    const findings = signals.length === 0 ? [] : rules.evaluate(entityFacts(signals, facts, at));
    const newest = newestOf(signals, at);
    const all = [...signals, ...findings.map((finding) => agedOf(finding, newest))];
    const known = feeds ?? feedsOf(facts);
    return { ...scoring.scoreEntity({ signals: all, at, known }), version };
  };
}

/** What the rules about the whole may look at. */
export function entityFacts(signals: readonly AgedSignal[], entity: EntityFacts, at: Date): Facts {
  return {
    feed: 'entity',
    record: {},
    occurredAt: at,
    hits: [],
    annualYieldPercent: entity.highestAnnualYield,
    entity,
    signals,
  };
}

/** A finding about the whole is as old as its newest evidence, so that it fades with it. */
export function newestOf(signals: readonly AgedSignal[], at: Date): Date {
  const times = signals.map((signal) => signal.occurredAt.getTime());
  return times.length === 0 ? at : new Date(Math.max(...times));
}

function agedOf(finding: Finding, occurredAt: Date): AgedSignal {
  const { rule, dimension, weight, because, elements, scheme, halfLifeDays } = finding;
  return {
    code: rule,
    dimension,
    weight,
    because,
    elements,
    scheme,
    halfLifeDays,
    occurredAt,
    times: 1,
    persons: 1,
  };
}

/** Feeds that must have spoken for the facts to be what they are. */
function feedsOf(facts: EntityFacts): Feed[] {
  const { establishedOn, changes, complaints, complaintAmount, complaintPeople } = facts;
  const feeds: Feed[] = [];
  if (establishedOn !== null || changes.d90 > 0) feeds.push('registration');
  if (complaints.d90 > 0 || complaintAmount > 0 || complaintPeople > 0) feeds.push('complaint');
  if (facts.advertisements.d90 > 0 || facts.highestAnnualYield !== null)
    feeds.push('advertisement');
  return feeds;
}
