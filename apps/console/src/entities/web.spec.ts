import { describe, expect, it } from '@jest/globals';
import type { Bond, Neighbour, Neighbourhood } from '../api/entity-parts.js';
import { webOf } from './web.js';

const neighbour = (id: string, degree = 1): Neighbour => ({
  ...{ id, name: `甲${id}`, uscc: null, tier: 'none', isByPerson: false, score: 0, degree },
});
const bond = (from: string, to: string, kind = 'phone'): Bond => ({ from, to, kind, value: null });
const around = (
  neighbours: readonly Neighbour[],
  bonds: readonly Bond[],
  more: Partial<Neighbourhood> = {},
): Neighbourhood => ({ neighbours, bonds, leftOut: 0, outOfSight: 0, ...more });

describe('neighbourhoods put together', () => {
  const own = around(
    [neighbour('1', 0), neighbour('2'), neighbour('3', 2)],
    [bond('1', '2'), bond('2', '3')],
  );
  const unfolded = around(
    [neighbour('3', 0), neighbour('4'), neighbour('2')],
    [bond('3', '4'), bond('2', '3')],
  );

  it('count degrees from the centre, whoever was unfolded', () => {
    const web = webOf('1', [own, unfolded]);
    expect(web.neighbours.map(({ id, degree }) => [id, degree])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 2],
      ['4', 3],
    ]);
  });

  it('have each bond once', () => {
    expect(webOf('1', [own, unfolded]).bonds).toEqual([
      bond('1', '2'),
      bond('2', '3'),
      bond('3', '4'),
    ]);
  });

  it('tell two bonds of the same two apart', () => {
    const twice = around(
      [neighbour('1', 0), neighbour('2')],
      [bond('1', '2'), bond('1', '2', 'address')],
    );
    expect(webOf('1', [twice]).bonds).toHaveLength(2);
  });

  it('add up what is not shown', () => {
    const [a, b] = [around([], [], { leftOut: 2 }), around([], [], { leftOut: 1, outOfSight: 4 })];
    expect(webOf('1', [a, b])).toMatchObject({ leftOut: 3, outOfSight: 4 });
  });

  it('stop where nobody could tell them apart, and bind nobody who is not shown', () => {
    const many = Array.from({ length: 200 }, (_, n) => neighbour(String(n)));
    const web = webOf('0', [around(many, [bond('0', '1'), bond('0', '199')])]);
    expect(web.neighbours).toHaveLength(150);
    expect(web.bonds).toEqual([bond('0', '1')]);
  });
});
