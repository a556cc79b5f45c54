import type { AlertedCase, KnownOutcome, UnalertedCase } from './ports.js';
import { shareOf, type Share } from './statistics.js';

/** A share of cases, with the cases that would belong to it if more were known. */
export interface KnownShare extends Share {
  readonly hits: number;
  /** Established cases of which it is not known on which side they stand. */
  readonly unknown: number;
  /** Not established yet: no outcome, or not enough evidence. */
  readonly undecided: number;
}

/** Yes, no, established but not known, or not established; null is no case at all. */
type Side = 'hit' | 'miss' | 'unknown' | 'undecided' | null;

/** `open`: cases of which nothing is known at all. */
function knownShareOf(sides: readonly Side[], open: number): KnownShare {
  const count = (side: Side): number => sides.filter((one) => one === side).length;
  const [hits, unknown, undecided] = [count('hit'), count('unknown'), count('undecided')];
  return { ...shareOf(hits, hits + count('miss')), hits, unknown, undecided: undecided + open };
}

/**
 * 行政化解率: of the entities that were alerted and whose risk was real, those that were settled without
 * criminal law. What is confirmed and was neither handed over nor settled is not known.
 */
export const settledShare = (entities: readonly AlertedCase[], open: number): KnownShare =>
  knownShareOf(entities.map(sideOfSettling), open);

function sideOfSettling({ outcome, handedOver }: AlertedCase): Side {
  if (outcome?.verdict === 'administrative') return 'hit';
  if (outcome?.verdict === 'refuted') return null;
  if (outcome?.verdict === 'transferred' || handedOver) return 'miss';
  return outcome?.verdict === 'confirmed' ? 'unknown' : 'undecided';
}

/** Yuan and people; 南通 2018 counts 千万百人以下 (research/domain.md 2.6). */
const SMALL = { losses: 10_000_000, people: 100 };

/** 千万百人以下占比: of the established cases, those under ten million yuan lost and a hundred people. */
export const smallShare = (
  alerted: readonly AlertedCase[],
  unalerted: readonly UnalertedCase[],
  open: number,
): KnownShare =>
  knownShareOf(
    [...alerted, ...unalerted].map(({ outcome }) => sideOfSize(outcome)),
    open,
  );

function sideOfSize(outcome: KnownOutcome | null): Side {
  if (outcome === null || outcome.verdict === 'insufficient') return 'undecided';
  if (outcome.verdict === 'refuted') return null;
  const { losses, people } = outcome;
  if ((losses ?? 0) >= SMALL.losses || (people ?? 0) >= SMALL.people) return 'miss';
  return losses === null || people === null ? 'unknown' : 'hit';
}
