import type { Sight } from './sight.js';

/** The fewest answers that would have to be other, and what each of them is now. */
export interface Way {
  readonly steps: number;
  readonly lacks: readonly string[];
}

const THERE: Way = { steps: 0, lacks: [] };

/**
 * How far a condition is from holding: the fewest questions whose answers would have to turn, each taken by itself.
 * Of a choice the nearest branches count; of a denial, what keeps the denied from failing.
 */
export const wayTo = (seen: Sight): Way => wayFrom(seen, true);

function wayFrom(seen: Sight, wanted: boolean): Way {
  if (seen.held === wanted) return THERE;
  const { joins, parts, says } = seen;
  if (joins === 'question') return { steps: 1, lacks: [wanted ? says : `属于例外：${says}`] };
  if (joins === 'not') return together(parts.map((part) => wayFrom(part, !wanted)));
  const needed = wanted ? joins : parts.length - joins + 1;
  const ways = parts.map((part) => wayFrom(part, wanted)).sort((a, b) => a.steps - b.steps);
  return together(ways.slice(0, needed));
}

const together = (ways: readonly Way[]): Way => ({
  steps: ways.reduce((sum, { steps }) => sum + steps, 0),
  lacks: ways.flatMap(({ lacks }) => lacks),
});

/** The questions that hold and are asked to: what speaks for a rule; what is telling comes first. */
export function groundsOf(seen: Sight): readonly Sight[] {
  const found = holding(seen);
  return [...found.filter(({ telling }) => telling), ...found.filter(({ telling }) => !telling)];
}

function holding(seen: Sight): readonly Sight[] {
  if (seen.joins === 'question') return seen.held ? [seen] : [];
  return seen.joins === 'not' ? [] : seen.parts.flatMap(holding);
}
