import { TIERS, type Assessment, type FeedRecord, type Signal, type Tier } from '@risk/domain';
import type { Judge } from '../judge-record.js';
import { countingSignals } from '../memory/entity-memory.js';

/** A stored record to be judged again. */
export interface StoredRecord {
  readonly recordId: string;
  readonly record: FeedRecord;
}

/** What an index needs of a verdict. */
export interface SlimVerdict {
  readonly signals: readonly Signal[];
  readonly annualYieldPercent: number | null;
}

/** What two versions make of a stretch of records. */
export interface Replayed {
  readonly records: number;
  /** How many records reach each tier, under the one and the other. */
  readonly tiers: Readonly<Record<Tier, Pair>>;
  /** Records whose tier differs. */
  readonly moved: number;
  /** In how many records each signal counts, by code. */
  readonly codes: ReadonlyMap<string, Pair>;
  /** The verdicts of records that count under either. */
  readonly verdicts: readonly (readonly [
    recordId: string,
    base: SlimVerdict,
    candidate: SlimVerdict,
  ])[];
}

/** A figure under the version in force and under the candidate. */
export interface Pair {
  readonly base: number;
  readonly candidate: number;
}

type Judging = Pick<Judge<unknown>, 'version' | 'readAll' | 'verdictOn'>;

const NONE: Pair = { base: 0, candidate: 0 };
export const NOTHING_REPLAYED: Replayed = {
  records: 0,
  tiers: Object.fromEntries(TIERS.map((tier) => [tier, NONE])) as Record<Tier, Pair>,
  moved: 0,
  codes: new Map(),
  verdicts: [],
};

/** Judges records by two versions; what both read alike is read once. */
export function replayRecords(
  stored: readonly StoredRecord[],
  base: Judging,
  candidate: Judging,
): Replayed {
  const records = stored.map(({ record }) => record);
  const readings = base.readAll(records);
  const others = readAlike(base, candidate) ? readings : candidate.readAll(records);
  const pairs = records.map((record, i) => {
    const [one, other] = [readings[i], others[i]];
    if (!one || !other) throw new Error('a record without a reading');
    return [base.verdictOn(record, one), candidate.verdictOn(record, other)] as const;
  });
  return {
    records: records.length,
    tiers: tiersIn(pairs),
    moved: pairs.filter(([one, other]) => one.tier !== other.tier).length,
    codes: codesIn(pairs),
    verdicts: stored.flatMap(({ recordId }, i) => verdictsOf(recordId, pairs[i])),
  };
}

const readAlike = (a: Judging, b: Judging): boolean =>
  a.version.lexicon === b.version.lexicon && a.version.model === b.version.model;

type VerdictPair = readonly [base: Assessment, candidate: Assessment];

function tiersIn(pairs: readonly VerdictPair[]): Replayed['tiers'] {
  const count = (tier: Tier): Pair => ({
    base: pairs.filter(([one]) => one.tier === tier).length,
    candidate: pairs.filter(([, other]) => other.tier === tier).length,
  });
  return Object.fromEntries(TIERS.map((tier) => [tier, count(tier)])) as Record<Tier, Pair>;
}

function codesIn(pairs: readonly VerdictPair[]): Map<string, Pair> {
  const codes = new Map<string, Pair>();
  const count = (verdict: Assessment, side: keyof Pair): void => {
    for (const code of new Set(countingSignals(verdict).map((signal) => signal.code))) {
      const pair = codes.get(code) ?? NONE;
      codes.set(code, { ...pair, [side]: pair[side] + 1 });
    }
  };
  for (const [base, candidate] of pairs) {
    count(base, 'base');
    count(candidate, 'candidate');
  }
  return codes;
}

function verdictsOf(recordId: string, pair: VerdictPair | undefined): Replayed['verdicts'] {
  if (!pair) return [];
  const [base, candidate] = [slim(pair[0]), slim(pair[1])];
  if (isEmpty(base) && isEmpty(candidate)) return [];
  return [[recordId, base, sameSignals(base, candidate) ? base : candidate]];
}

const slim = (verdict: Assessment): SlimVerdict => ({
  signals: countingSignals(verdict).map((signal) => ({ ...signal, evidence: null })),
  annualYieldPercent: verdict.annualYieldPercent,
});

const isEmpty = ({ signals, annualYieldPercent }: SlimVerdict): boolean =>
  signals.length === 0 && annualYieldPercent === null;

const sameSignals = (a: SlimVerdict, b: SlimVerdict): boolean =>
  a.annualYieldPercent === b.annualYieldPercent &&
  a.signals.length === b.signals.length &&
  a.signals.every((signal, i) => isAlike(signal, b.signals[i]));

const isAlike = (a: Signal, b: Signal | undefined): boolean =>
  a.code === b?.code &&
  a.weight === b.weight &&
  a.because === b.because &&
  a.dimension === b.dimension &&
  a.halfLifeDays === b.halfLifeDays &&
  a.scheme === b.scheme &&
  a.elements.join() === b.elements.join();

/** Two stretches as one; their verdicts, which are many, are left to whoever collects them. */
export function joinReplayed(a: Replayed, b: Replayed): Replayed {
  const sum = (x: Pair, y: Pair): Pair => ({
    base: x.base + y.base,
    candidate: x.candidate + y.candidate,
  });
  const codes = new Map(a.codes);
  for (const [code, pair] of b.codes) codes.set(code, sum(codes.get(code) ?? NONE, pair));
  return {
    records: a.records + b.records,
    tiers: Object.fromEntries(
      TIERS.map((tier) => [tier, sum(a.tiers[tier], b.tiers[tier])]),
    ) as Record<Tier, Pair>,
    moved: a.moved + b.moved,
    codes,
    verdicts: [],
  };
}
