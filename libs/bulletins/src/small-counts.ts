/** What stands for a count that is too small to be shown. */
export const fewerThan = (least: number): string => `少于${least}`;

/** A count as it may be shown: nought says that nobody reported, a small one could say who. */
export const harmless = (count: number, least: number): string =>
  count > 0 && count < least ? fewerThan(least) : String(count);

/** Counts that add up to a total which is shown as well. */
export interface HarmlessCounts {
  readonly cells: readonly string[];
  readonly total: string;
}

/**
 * Counts with their total so that no small one can be computed from the rest: where only one is hidden the
 * smallest other goes with it (complementary suppression), and where there is none the total is hidden.
 */
export function harmlessTable(counts: readonly number[], least: number): HarmlessCounts {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < least ? [at] : [])));
  const companion = hidden.size === 1 ? smallestOther(counts, hidden) : null;
  if (companion !== null) hidden.add(companion);
  const cells = counts.map((count, at) => {
    if (!hidden.has(at)) return String(count);
    return at === companion ? '不单列' : fewerThan(least);
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    cells,
    total:
      hidden.size === 1 ? (cells.find((_, at) => hidden.has(at)) ?? '') : harmless(total, least),
  };
}

function smallestOther(counts: readonly number[], hidden: ReadonlySet<number>): number | null {
  const others = counts.flatMap((count, at) => (count > 0 && !hidden.has(at) ? [at] : []));
  if (others.length === 0) return null;
  return others.reduce((least, at) => ((counts[at] ?? 0) < (counts[least] ?? 0) ? at : least));
}
