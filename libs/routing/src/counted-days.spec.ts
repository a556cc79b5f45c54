import { describe, expect, it } from '@jest/globals';
import { chinaDay, chinaTime } from '@risk/kit';
import fc from 'fast-check';
import { countedDays } from './counted-days.js';
import { dueAt } from './due-at.js';
import { workCalendar } from './work-calendar.js';

const HOURS = [
  { opens: 510, closes: 720 },
  { opens: 870, closes: 1050 },
];
const calendar = workCalendar(HOURS);
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

describe('the days of a deadline', () => {
  it('in working days: the first is not counted, holidays are skipped, 调休 counts', () => {
    const told = countedDays(at('2026-09-30 09:00'), { workingDays: 3 }, calendar);
    expect(told.map(({ day, part, number }) => [day.slice(5), part, number])).toEqual([
      ['09-30', 'begins', null],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'].map((day) => [
        ...[day, 'skipped', null],
      ]),
      ...[
        ['10-08', 'counted', 1],
        ['10-09', 'counted', 2],
        ['10-10', 'counted', 3],
      ],
    ]);
    expect(told.find(({ day }) => day === '2026-10-10')).toMatchObject({ kind: 'shifted' });
  });

  it('in working hours: every span is told', () => {
    const told = countedDays(at('2026-11-20 17:00'), { workingHours: 4.5 }, calendar);
    const spans = told.map(({ day, part, spans: own }) => [
      ...[day.slice(5), part],
      own.map(({ opens, closes }) =>
        [opens, closes].map((one) => chinaTime(new Date(one)).slice(11)),
      ),
    ]);
    expect(spans).toEqual([
      ['11-20', 'counted', [['17:00', '17:30']]],
      ['11-21', 'skipped', []],
      ['11-22', 'skipped', []],
      [
        ...['11-23', 'counted'],
        [
          ['08:30', '12:00'],
          ['14:30', '15:00'],
        ],
      ],
    ]);
  });

  it('in working hours that begin after the office closed: that day is skipped', () => {
    const [first, second] = countedDays(at('2026-11-23 20:00'), { workingHours: 1 }, calendar);
    expect([first?.part, first?.works, second?.part]).toEqual(['skipped', true, 'counted']);
  });
});

const moments = fc
  .integer({ min: 0, max: 3 * 365 * 1440 })
  .map((minute) => new Date(at('2025-01-01 00:00').getTime() + minute * 60_000));

describe('for every moment', () => {
  it('so many days are counted as are allowed, and the last is that of the deadline', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 40 }), (from, workingDays) => {
        const told = countedDays(from, { workingDays }, calendar);
        expect(told.filter(({ part }) => part === 'counted')).toHaveLength(workingDays);
        expect(told.at(-1)).toMatchObject({ number: workingDays });
        expect(told.at(-1)?.day).toBe(chinaDay(dueAt(from, { workingDays }, calendar)));
      }),
    );
  });

  it('so much time is counted as is allowed, and it ends at the deadline', () => {
    const quarters = fc.integer({ min: 1, max: 200 }).map((quarter) => quarter / 4);
    fc.assert(
      fc.property(moments, quarters, (from, workingHours) => {
        const spans = countedDays(from, { workingHours }, calendar).flatMap((day) => day.spans);
        const sum = spans.reduce((all, { opens, closes }) => all + closes - opens, 0);
        expect(sum).toBe(workingHours * 3_600_000);
        expect(spans.at(-1)?.closes).toBe(dueAt(from, { workingHours }, calendar).getTime());
      }),
    );
  });
});
