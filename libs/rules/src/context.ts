import type { Evidence } from '@risk/domain';
import type { Facts } from './facts.js';
import type { Sight } from './sight.js';

/**
 * Why a rule that fired does not count: some condition that it needs is met only by words whose meaning a cue takes
 * away (谨防“保本高息”). A condition that is denied is met by what is missing, and no cue takes that away. Null where the
 * rule counts.
 */
export function suppressionOf(seen: Sight, facts: Facts): string | null {
  const { suppressedAt } = facts;
  return suppressedAt
    ? cueFor(seen, ({ field, start, end }) => suppressedAt(field, start, end))
    : null;
}

type CueAt = (place: Evidence) => string | null;

/** The cue without which a condition that holds would hold, or null where it holds anyway. */
function cueFor(seen: Sight, cueAt: CueAt): string | null {
  const { joins, parts, evidence } = seen;
  if (joins === 'not') return null;
  if (joins === 'question') return cueForAll(evidence, cueAt);
  const cues = parts.filter((part) => part.held).map((part) => cueFor(part, cueAt));
  const standing = cues.filter((cue) => cue === null).length;
  return standing >= joins ? null : (cues.find((cue) => cue !== null) ?? null);
}

/** The cue of the first place where all places have one; nothing rests on no place. */
function cueForAll(places: readonly Evidence[], cueAt: CueAt): string | null {
  const [first, ...others] = places;
  const cue = first ? cueAt(first) : null;
  return cue !== null && others.every((place) => cueAt(place) !== null) ? cue : null;
}
