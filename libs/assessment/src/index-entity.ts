import type { EngineVersions, EntityFacts, Feed, RiskIndex } from '@risk/domain';
import type { Facts, Finding } from '@risk/rules';
import type {
  AgedSignal,
  EntityEvidence,
  EntityScore,
  LicensedEntry,
  LicensedRegister,
} from '@risk/scoring';
import type { KeptCuts } from './ports.js';

/** What an index is computed from; an EntityState of the store is one. */
export interface Indexable {
  /** Who it is: what the register of licensed institutions is asked by. */
  readonly name: string;
  readonly uscc: string | null;
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
  /** The register of licensed institutions; nobody has a licence when left out. */
  readonly licensed?: Pick<LicensedRegister, 'version' | 'entryFor'>;
}

/**
 * Computes the index of an entity at a moment: rules about the whole entity, then the score. The cuts kept last at
 * that moment decide the tier if they belong to this scoring, else the thresholds do.
 */
export type IndexEntity = (entity: Indexable, at: Date, kept?: KeptCuts | null) => RiskIndex;

/** Puts the engines of one version together into the computation of an index. */
export function createIndexing({ rules, scoring, version, licensed }: IndexEngines): IndexEntity {
  const versions = licensed ? { ...version, licensed: licensed.version } : version;
  return (entity, at, kept = null) => {
    const { signals, facts, feeds } = entity;
    // Rules about the whole strengthen signals and never stand alone: who carries none has no index.
    const findings = signals.length === 0 ? [] : rules.evaluate(entityFacts(signals, facts, at));
    const newest = newestOf(signals, at);
    const all = [...signals, ...findings.map((finding) => agedOf(finding, newest))];
    const known = feeds ?? feedsOf(facts);
    const cuts = kept?.scoring === version.scoring ? { cuts: kept.cuts } : {};
    const score = (counting: readonly AgedSignal[]): EntityScore =>
      scoring.scoreEntity({ signals: counting, at, known, ...cuts });
    const entry = licensed?.entryFor(entity, at) ?? null;
    return { ...underLicence(all, entry, score), version: versions };
  };
}

/** What an entry in force takes out counts nothing, and the index says what it would have been. */
function underLicence(
  signals: readonly AgedSignal[],
  entry: LicensedEntry | null,
  scoreOf: (counting: readonly AgedSignal[]) => EntityScore,
): EntityScore & Required<Pick<RiskIndex, 'suppressed'>> {
  const without = scoreOf(signals);
  if (!entry) return { ...without, suppressed: null };
  const left = scoreOf(signals.filter(({ code }) => !entry.takesOut(code)));
  const taken = without.reasons.length - left.reasons.length;
  if (taken === 0) return { ...without, suppressed: null };
  const { name, owner, reason, until } = entry;
  const suppressed = {
    entry: name,
    owner,
    reason,
    until,
    signals: taken,
    scoreWithout: without.score,
  };
  return { ...left, suppressed };
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
