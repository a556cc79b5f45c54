import type { Chart, Cord, Knot } from '@risk/domain';
import { oneLine } from '../fit-text.js';

export type Network = Extract<Chart, { kind: 'network' }>;

/** Who is tied to whom, by id and in both directions. */
export type Ties = ReadonlyMap<string, ReadonlySet<string>>;

/** All that ties two knots, as one cord. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** The cords between two knots as one, with each of their labels once; what leads nowhere is left out. */
export function bundlesOf({ knots, cords }: Pick<Network, 'knots' | 'cords'>): readonly Bundle[] {
  const known = new Set(knots.map(({ id }) => id));
  const bundles = new Map<string, { cord: Cord; labels: Set<string> }>();
  for (const cord of cords) {
    if (cord.from === cord.to || !known.has(cord.from) || !known.has(cord.to)) continue;
    const key = JSON.stringify([cord.from, cord.to].sort());
    const bundle = bundles.get(key) ?? { cord, labels: new Set<string>() };
    bundle.labels.add(oneLine(cord.label));
    bundles.set(key, bundle);
  }
  return [...bundles.values()].map(({ cord: { from, to }, labels }) => ({
    from,
    to,
    label: [...labels].filter((label) => label !== '').join('、'),
  }));
}

export function tiesOf(bundles: readonly Bundle[]): Ties {
  const ties = new Map<string, Set<string>>();
  const tie = (from: string, to: string): void => {
    ties.set(from, (ties.get(from) ?? new Set()).add(to));
  };
  for (const { from, to } of bundles) {
    tie(from, to);
    tie(to, from);
  }
  return ties;
}

export const tied = (ties: Ties, from: string, to: string): boolean =>
  ties.get(from)?.has(to) ?? false;

/** The one that the picture is about: the first where nobody was named. */
export const centreOf = (knots: readonly Knot[]): Knot | undefined =>
  knots.find(({ isCentre }) => isCentre) ?? knots[0];
