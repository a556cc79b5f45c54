import { describe, expect, it } from '@jest/globals';
import { chinaTime } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { smallTree } from '../../../routing/src/testing/small-city.js';
import { TellCalendar } from './tell-calendar.js';

const told = new TellCalendar(smallTree(), new FakeClock('2026-11-28T01:00:00Z'));
const at = (text: string) => new Date(`${text}:00+08:00`);

describe('a year of the calendar', () => {
  const year = told.year(undefined);

  it('is the present one unless another is asked for', () => {
    expect([year.year, year.today, year.arrangement]).toEqual([2026, '2026-11-28', 'published']);
    expect(told.year(2027)).toMatchObject({ year: 2027, arrangement: 'law' });
  });

  it.each([
    [2026, 365],
    [2028, 366],
  ])('has every day: %i has %i', (asked, length) => {
    const { days } = told.year(asked);
    expect(days).toHaveLength(length);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual([`${asked}-01-01`, `${asked}-12-31`]);
  });

  it('tells the limits of the city, and those of branches of their own', () => {
    expect(year.deadlines[0]).toEqual({
      ...{ branch: null, tier: 'red', acknowledge: '1个工作日', answer: '2个工作日' },
      basis: '本地默认，非法定',
    });
    expect(year.deadlines.filter(({ branch }) => branch !== null)).toMatchObject([
      { branch: '养老', tier: 'red', answer: '1个工作日' },
    ]);
  });

  it('names the units, and no person of them', () => {
    expect(year.units[0]).toEqual({ code: 'office', name: '金融办', hours: null });
    expect(JSON.stringify(year)).not.toContain('@');
  });
});

describe('a deadline', () => {
  it('of a tier is that of acknowledgement and of answer', () => {
    const wish = { from: at('2026-11-27T10:00'), unit: 'market', limit: { tier: 'red' as const } };
    const { counts, unit } = told.count(wish);
    expect(unit.name).toBe('市场监管局');
    expect(counts.map(({ what, due, basis }) => [what, chinaTime(due), basis])).toEqual([
      ['acknowledge', '2026-11-30 17:30', '本地默认，非法定'],
      ['answer', '2026-12-01 17:30', '本地默认，非法定'],
    ]);
  });

  it('of so many hours says which year is guessed', () => {
    const wish = { from: at('2026-12-31T17:00'), unit: 'market', limit: { workingHours: 2 } };
    const [count] = told.count(wish).counts;
    expect([count?.what, count?.basis, count?.guessedYears]).toEqual(['asked', null, ['2027']]);
  });

  it('of a unit nobody knows is refused', () => {
    const wish = { from: at('2026-11-27T10:00'), unit: 'nobody', limit: { workingDays: 2 } };
    expect(() => told.count(wish)).toThrow('没有登记单位“nobody”');
  });
});
