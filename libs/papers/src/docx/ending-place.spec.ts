import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endingPlace, widthOf } from './ending-place.js';

const DATE = '2026年9月6日'; // 6 characters wide

describe('under a seal', () => {
  it.each([
    ['a unit as wide as the date stands over it', '郴州市金融办', { unit: 4, date: 4 }],
    ['a unit a little wider is centred over it', '郴州市公安局某处', { unit: 3, date: 4 }],
    ['a long unit pushes the date left', '中共郴州市委金融委员会办公室一处', { unit: 0, date: 5 }],
  ])('%s', (_, unit, place) => {
    expect(endingPlace(unit, DATE, true)).toEqual(place);
  });
});

describe('without a seal', () => {
  it.each([
    ['the date begins two characters after the unit', '郴州市公安局某处', { unit: 2, date: 2 }],
    ['a long unit stays two from the right', '郴州市市场监督管理局', { unit: 2, date: 4 }],
    ['a short unit moves left of a long date', '金融办', { unit: 7, date: 2 }],
  ])('%s', (_, unit, place) => {
    expect(endingPlace(unit, DATE, false)).toEqual(place);
  });
});

it('nothing ever leaves the type area on the right', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.boolean(), (unit, sealed) => {
      const place = endingPlace(unit, DATE, sealed);
      expect(Math.min(place.unit, place.date)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('digits take half a character', () => {
  expect(widthOf('2026年')).toBe(3);
});
