import type { Bond, Neighbour, Neighbourhood } from '../api/entity-parts.js';

/** Neighbourhoods put together: one's own, and those of whoever was unfolded. */
export interface Web {
  readonly centre: string;
  /** The centre first, then the nearest. */
  readonly neighbours: readonly Neighbour[];
  readonly bonds: readonly Bond[];
  readonly leftOut: number;
  readonly outOfSight: number;
}

/** More than these nobody can tell apart. */
const MOST = 150;

/** Puts neighbourhoods together; degrees are counted from the centre of the first. */
export function webOf(centre: string, all: readonly Neighbourhood[]): Web {
  const known = new Map<string, Neighbour>();
  const bonds = new Map<string, Bond>();
  for (const { neighbours, bonds: more } of all) {
    for (const one of neighbours)
      if (!known.has(one.id) && known.size < MOST) known.set(one.id, one);
    for (const bond of more) bonds.set(keyOf(bond), bond);
  }
  const kept = [...bonds.values()].filter(({ from, to }) => known.has(from) && known.has(to));
  const degrees = degreesFrom(centre, kept);
  const neighbours = [...known.values()]
    .map((one) => ({ ...one, degree: degrees.get(one.id) ?? one.degree }))
    .sort((a, b) => a.degree - b.degree);
  return {
    ...{ centre, neighbours, bonds: kept },
    leftOut: sumOf(all.map(({ leftOut }) => leftOut)),
    outOfSight: sumOf(all.map(({ outOfSight }) => outOfSight)),
  };
}

const keyOf = ({ from, to, kind, value }: Bond): string => `${from} ${to} ${kind} ${value ?? ''}`;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** How many bonds lie between the centre and each. */
function degreesFrom(centre: string, bonds: readonly Bond[]): ReadonlyMap<string, number> {
  const degrees = new Map([[centre, 0]]);
  let edge = [centre];
  for (let degree = 1; edge.length > 0; degree++) {
    const reached = edge.flatMap((id) => othersOf(id, bonds)).filter((id) => !degrees.has(id));
    for (const id of reached) degrees.set(id, degree);
    edge = [...new Set(reached)];
  }
  return degrees;
}

/** Who is bound to somebody. */
export const othersOf = (id: string, bonds: readonly Bond[]): string[] =>
  bonds.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
