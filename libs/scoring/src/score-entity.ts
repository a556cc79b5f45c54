import {
  FEEDS,
  tierAt,
  type Feed,
  type IndexReason,
  type RiskIndex,
  type Scheme,
  type TierCuts,
} from '@risk/domain';
import { groupBy } from '@risk/kit';
import { decayed, type AgedSignal } from './aged-signal.js';
import { dimensionsOf, round, shareOut, type Share, type Strength } from './combine.js';
import type { Scale } from './scale.js';
import { elementsOf } from './score-record.js';

/** What is known about an entity at a moment. */
export interface EntityEvidence {
  readonly signals: readonly AgedSignal[];
  readonly at: Date;
  /** Feeds that have told anything about it; all when left out. */
  readonly known?: readonly Feed[];
  /** The cuts in force at that moment; the thresholds when left out. */
  readonly cuts?: TierCuts;
}

/** The index without the versions of the other engines. */
export type EntityScore = Omit<RiskIndex, 'version' | 'suppressed'> &
  Required<Pick<RiskIndex, 'weights' | 'cuts'>>;

interface CodeStrength extends Strength {
  readonly leading: AgedSignal;
  readonly signals: readonly AgedSignal[];
  readonly times: number;
}
type CodeShare = Share<CodeStrength>;

/** The index of an entity: decayed, joined by code, cut down among relatives, added up. */
export function scoreEntity(
  scale: Scale,
  { signals, at, known = FEEDS, cuts = scale.config.tiers }: EntityEvidence,
): EntityScore {
  const alive = signals.filter((s) => decayed(s, at) >= scale.config.forgottenBelow);
  const byCode = groupBy(alive, (s) => `${s.dimension} ${s.code}`);
  const strengths = [...byCode.values()].flatMap((same) => joined(scale, same, at) ?? []);
  const shares = shareOut(strengths, scale.groupOf, scale.config.correlation.repeat);
  const dimensions = dimensionsOf(shares);
  const score = scale.total(dimensions);
  return {
    score,
    tier: tierAt(cuts, score),
    dimensions,
    elements: elementsOf(alive),
    scheme: schemeOf(shares),
    reasons: shares.map(reasonOf).sort(strongestReasonFirst),
    missing: FEEDS.filter((feed) => !known.includes(feed)).map(
      (feed) => scale.config.missing[feed],
    ),
    weights: scale.weights,
    cuts,
  };
}

/**
 * Signals of one code from several records: like independent witnesses, with a diminishing return,
 * so that one summary of three persons and three records of one person each give the same.
 */
function joined(scale: Scale, same: readonly AgedSignal[], at: Date): CodeStrength | null {
  const ranked = [...same].sort(
    (a, b) => decayed(b, at) - decayed(a, at) || b.occurredAt.getTime() - a.occurredAt.getTime(),
  );
  const [leading] = ranked;
  if (!leading) return null;
  let voices = 0;
  let doubt = 1;
  for (const signal of ranked) {
    const before = voiced(scale, voices);
    voices += voicesOf(scale, signal);
    doubt *= (1 - Math.min(0.99, decayed(signal, at) / 100)) ** (voiced(scale, voices) - before);
  }
  const times = same.reduce((sum, s) => sum + s.times, 0);
  return {
    code: leading.code,
    dimension: leading.dimension,
    strength: 1 - doubt,
    leading,
    signals: ranked,
    times,
  };
}

/** How many voices stand behind a signal: its persons in full, their further records by a little. */
function voicesOf(scale: Scale, { persons, times }: AgedSignal): number {
  const independent = Math.max(1, persons);
  return independent + Math.max(0, times - independent) * scale.config.persons.samePerson;
}

const voiced = (scale: Scale, voices: number): number =>
  Math.min(voices, scale.config.persons.most) ** scale.config.persons.exponent;

function reasonOf({ source, points }: CodeShare): IndexReason {
  const { code, dimension, leading, times } = source;
  return { code, dimension, points: round(points), because: leading.because, times };
}

const strongestReasonFirst = (a: IndexReason, b: IndexReason): number =>
  b.points - a.points || (a.code < b.code ? -1 : 1);

/** The scheme that most points speak for; `none` when no signal names one. */
function schemeOf(shares: readonly CodeShare[]): Scheme {
  const points = new Map<Scheme, number>();
  for (const { source, points: p } of shares) {
    const { scheme } = source.leading;
    if (scheme !== null && scheme !== 'none') points.set(scheme, (points.get(scheme) ?? 0) + p);
  }
  const [first] = [...points].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
  return first?.[0] ?? 'none';
}
