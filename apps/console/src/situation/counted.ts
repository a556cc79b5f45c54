import type { OpenCell, Situation, SituationDay } from '../api/situation.js';
import { TIERS, type Tier } from '../shown/tier.js';

/** How many open alerts of each tier something has. */
export type ByTier = Readonly<Record<Tier, number>>;

/** A place or a scheme with its open alerts. */
export interface Counted {
  readonly code: string;
  readonly title: string;
  readonly byTier: ByTier;
  readonly total: number;
}

const NONE: ByTier = { red: 0, orange: 0, yellow: 0, blue: 0 };

/** Open alerts by tier; what a person set down to nothing does not count. */
export function byTier(cells: readonly OpenCell[]): ByTier {
  const counts: Record<Tier, number> = { ...NONE };
  for (const { tier, alerts } of cells) if (tier !== 'none') counts[tier] += alerts;
  return counts;
}

export const totalOf = (counts: ByTier): number =>
  TIERS.reduce((sum, tier) => sum + counts[tier], 0);

const counted = (code: string, title: string, cells: readonly OpenCell[]): Counted => {
  const counts = byTier(cells);
  return { code, title, byTier: counts, total: totalOf(counts) };
};

/** Each place of the map, in its order; then, if there are any, alerts whose place is unknown. */
export function byPlace({ places, open }: Situation): readonly Counted[] {
  const known = places.map(({ code, name }) =>
    counted(
      code,
      name,
      open.filter(({ regionCode }) => regionCode === code),
    ),
  );
  const codes = new Set(places.map(({ code }) => code));
  const elsewhere = open.filter(({ regionCode }) => regionCode === null || !codes.has(regionCode));
  const rest = counted('', '属地不明', elsewhere);
  return rest.total === 0 ? known : [...known, rest];
}

/** Each scheme that has open alerts, the most first. */
export function byScheme(
  { schemes }: Pick<Situation, 'schemes'>,
  open: readonly OpenCell[],
): readonly Counted[] {
  const codes = [...new Set(open.map(({ scheme }) => scheme ?? 'other'))];
  return codes
    .map((code) =>
      counted(
        code,
        schemes[code] ?? code,
        open.filter(({ scheme }) => (scheme ?? 'other') === code),
      ),
    )
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

/** Alerts raised within the last so many days. */
export const raisedLately = (days: readonly SituationDay[], lately: number): number =>
  days
    .slice(-lately)
    .reduce(
      (sum, { raised }) => sum + TIERS.reduce((one, tier) => one + (raised[tier] ?? 0), 0),
      0,
    );

/** How deep a place is drawn: the most urgent count for more. A local default; the figures stand beside. */
const WEIGHTS: ByTier = { red: 8, orange: 4, yellow: 2, blue: 1 };

export const heatOf = (counts: ByTier): number =>
  TIERS.reduce((sum, tier) => sum + WEIGHTS[tier] * counts[tier], 0);

/** One of five depths, from 0 for nothing to 4 for the most of all places. */
export function depthOf(counts: ByTier, most: number): 0 | 1 | 2 | 3 | 4 {
  const heat = heatOf(counts);
  if (heat === 0 || most === 0) return 0;
  const share = heat / most;
  if (share > 0.75) return 4;
  if (share > 0.5) return 3;
  return share > 0.25 ? 2 : 1;
}
