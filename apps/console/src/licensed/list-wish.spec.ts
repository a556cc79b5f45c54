import { expect, it } from '@jest/globals';
import { freshWish, listPath, yearsAfter } from './list-wish.js';

it.each([
  ['2026-11-28', 3, '2029-11-27'],
  ['2027-01-01', 1, '2027-12-31'],
  ['2028-02-29', 3, '2031-02-28'],
])('a licence from %s for %i years ends on %s', (day, years, last) => {
  expect(yearsAfter(day, years)).toBe(last);
});

it('a list is asked about as it is taken in, but for the mark', () => {
  const wish = { ...freshWish('2026-11-28', '某科'), kind: 'bank', source: '名录' };
  const asked = (path: string) => new URLSearchParams(path.split('?')[1]);
  const preview = asked(listPath('preview', wish));
  expect(Object.fromEntries(preview)).toMatchObject({ kind: 'bank', suppresses: 'all' });
  const taken = asked(listPath('import', wish, 'ab'));
  expect(taken.get('mark')).toBe('ab');
  taken.delete('mark');
  expect(taken.toString()).toBe(preview.toString());
});
