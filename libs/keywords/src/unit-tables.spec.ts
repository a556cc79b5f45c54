import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PairTable } from './pair-table.js';
import { UnitLists, listsOf } from './unit-lists.js';
import { UnitMap, UnitSet, unitsWith } from './unit-map.js';

const unit = fc.integer({ min: 0, max: 0xffff });
const value = fc.integer({ min: 1, max: 0xffff });

describe('tables by UTF-16 unit', () => {
  it('a map tells what was put in, and 0 for all else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, value)), fc.array(unit), (entries, others) => {
        const map = new UnitMap(entries);
        const plain = new Map(entries);
        for (const one of [...plain.keys(), ...others])
          expect(map.get(one)).toBe(plain.get(one) ?? 0);
      }),
    );
  });

  it('a set has what was put in, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(unit), fc.array(unit), (units, others) => {
        const set = new UnitSet(units);
        for (const one of [...units, ...others]) expect(set.has(one)).toBe(units.includes(one));
      }),
    );
    expect(new UnitSet([65]).has(NaN)).toBe(false);
  });

  it('a map of nothing, and of what lies outside a text', () => {
    expect(new UnitMap([]).get(65)).toBe(0);
    expect(new UnitMap([[65, 7]]).get(NaN)).toBe(0);
    expect([...unitsWith((one) => (one === 0xffff ? 3 : 0))]).toEqual([[0xffff, 3]]);
  });

  it('lists tell their values, whether they hold one, and whether two meet', () => {
    const few = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(few, few)), few, few, (pairs, a, b) => {
        const plain = listsOf(pairs);
        const lists = new UnitLists(plain);
        const [ofA, ofB] = [plain.get(a) ?? [], plain.get(b) ?? []];
        expect(lists.of(a)).toEqual(ofA);
        expect(lists.holds(a, b)).toBe(ofA.includes(b));
        expect(lists.meet(a, b)).toBe(ofA.some((one) => ofB.includes(one)));
      }),
    );
  });

  it('a list of what is no unit is empty', () => {
    expect(new UnitLists(new Map([[0xffff, [1, 2]]])).of(0xffff)).toEqual([1, 2]);
    expect(new UnitLists(new Map()).of(0x20000)).toEqual([]);
  });

  it('pairs tell what was put in last, and 0 for all else', () => {
    const left = fc.integer({ min: 1, max: 0xffff });
    fc.assert(
      fc.property(fc.array(fc.tuple(left, unit, value)), left, unit, (entries, l, r) => {
        const table = new PairTable(entries);
        const plain = new Map(entries.map(([a, b, v]) => [`${a} ${b}`, v]));
        for (const [a, b] of [...entries, [l, r] as const])
          expect(table.get(a, b)).toBe(plain.get(`${a} ${b}`) ?? 0);
      }),
    );
  });
});
