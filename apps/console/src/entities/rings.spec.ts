import { describe, expect, it } from '@jest/globals';
import type { Bond, Neighbour } from '../api/entity-parts.js';
import { ringsOf } from './rings.js';

const web = (degrees: Readonly<Record<string, number>>, pairs: readonly string[]) => ({
  ...{ centre: 'a', leftOut: 0, outOfSight: 0 },
  neighbours: Object.entries(degrees).map(([id, degree]): Neighbour => ({
    ...{ id, degree, name: id, uscc: null, tier: 'none', isByPerson: false, score: 0 },
  })),
  bonds: pairs.map((pair): Bond => ({
    from: pair.charAt(0),
    to: pair.charAt(1),
    kind: 'phone',
    value: null,
  })),
});
const distance = ({ x, y }: { x: number; y: number }): number => Math.hypot(x / 1.7, y);

describe('everybody in the picture', () => {
  const spots = ringsOf(
    web({ a: 0, b: 1, c: 1, d: 2, e: 2 }, ['ab', 'ac', 'bd', 'be', 'bc', 'de']),
  );

  it('stands as far out as his degree says, the centre in the middle', () => {
    expect(spots.get('a')).toEqual({ x: 0, y: 0 });
    const far = (id: string) => Math.round(distance(spots.get(id) ?? { x: 0, y: 0 }) / 130);
    expect(['b', 'c', 'd', 'e'].map(far)).toEqual([1, 1, 2, 2]);
  });

  it('stands on a spot of his own', () => {
    const places = [...spots.values()].map(({ x, y }) => `${String(x)},${String(y)}`);
    expect(new Set(places).size).toBe(5);
  });

  it('stands alike every time', () => {
    const again = ringsOf(
      web({ a: 0, b: 1, c: 1, d: 2, e: 2 }, ['ab', 'ac', 'bd', 'be', 'bc', 'de']),
    );
    expect([...again]).toEqual([...spots]);
  });

  it('finds a place even where nothing leads to him', () => {
    expect(ringsOf(web({ a: 0, b: 2 }, [])).has('b')).toBe(true);
  });
});
