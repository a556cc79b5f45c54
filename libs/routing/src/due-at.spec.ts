import { describe, expect, it } from '@jest/globals';
import { chinaDay, chinaTime, minutes } from '@risk/kit';
import fc from 'fast-check';
import { allowanceText, type Allowance } from './allowance.js';
import { dueAt, explainDue } from './due-at.js';
import { workCalendar, type WorkCalendar } from './work-calendar.js';

const HOURS = [
  { opens: 510, closes: 720 },
  { opens: 870, closes: 1050 },
];
const calendar = workCalendar(HOURS);
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const due = (from: string, allowance: Allowance) => chinaTime(dueAt(at(from), allowance, calendar));

describe('working hours run only while the office is open', () => {
  it.each([
    ['in the morning', '2026-11-23 09:00', 2, '2026-11-23 11:00'],
    ['across lunch', '2026-11-23 11:00', 2, '2026-11-23 15:30'],
    ['exactly until lunch', '2026-11-23 10:00', 2, '2026-11-23 12:00'],
    ['from lunch', '2026-11-23 13:00', 1, '2026-11-23 15:30'],
    ['overnight', '2026-11-23 17:00', 1, '2026-11-24 09:00'],
    ['from before dawn', '2026-11-24 05:00', 2, '2026-11-24 10:30'],
    ['over a weekend', '2026-11-20 17:00', 1, '2026-11-23 09:00'],
    ['over National Day', '2026-09-30 17:00', 1, '2026-10-08 09:00'],
    ['on a Saturday that is worked', '2026-10-10 09:00', 2, '2026-10-10 11:00'],
    ['half hours', '2026-11-23 09:00', 0.5, '2026-11-23 09:30'],
  ])('%s', (_, from, workingHours, expected) => {
    expect(due(from, { workingHours })).toBe(expected);
  });
});

describe('working days end at close of business and do not count the day they begin', () => {
  it.each([
    ['the next day', '2026-11-23 09:00', 1, '2026-11-24 17:30'],
    ['a week later', '2026-11-23 09:00', 5, '2026-11-30 17:30'],
    ['from a Sunday', '2026-11-22 09:00', 1, '2026-11-23 17:30'],
    ['over Spring Festival', '2026-02-13 09:00', 2, '2026-02-24 17:30'],
    ['over National Day with 调休', '2026-09-30 09:00', 3, '2026-10-10 17:30'],
  ])('%s', (_, from, workingDays, expected) => {
    expect(due(from, { workingDays })).toBe(expected);
  });
});

describe('a due moment in words', () => {
  it('says that the limit is local, not statutory', () => {
    expect(explainDue(at('2026-11-23 09:00'), { workingHours: 2 }, calendar)).toBe(
      '2026-11-23 11:00前（2个工作小时，本地默认，非法定）',
    );
  });

  it('says when the year to come is only estimated', () => {
    expect(explainDue(at('2026-12-31 16:00'), { workingDays: 30 }, calendar)).toContain(
      '2027年放假安排未录入，暂按法定节假日推算',
    );
  });

  it('names both kinds of allowance', () => {
    expect(allowanceText({ workingDays: 5 })).toBe('5个工作日');
  });
});

it('refuses a calendar without working days instead of searching for ever', () => {
  const closed: WorkCalendar = { hours: HOURS, isWorkday: () => false, isPublished: () => true };
  expect(() => dueAt(at('2026-11-23 09:00'), { workingDays: 1 }, closed)).toThrow('没有工作日');
});

const isOpen = (moment: Date): boolean => {
  const [hour = 0, minute = 0] = chinaTime(moment).slice(11).split(':').map(Number);
  const now = hour * 60 + minute;
  return (
    calendar.isWorkday(chinaDay(moment)) &&
    HOURS.some(({ opens, closes }) => opens <= now && now < closes)
  );
};

/** Walks minute by minute: slow and plainly right. */
function twin(from: Date, workingMinutes: number): Date {
  let moment = from;
  for (let left = workingMinutes; left > 0; moment = new Date(moment.getTime() + minutes(1)))
    if (isOpen(moment)) left -= 1;
  return moment;
}

const moments = fc
  .integer({ min: 0, max: 3 * 365 * 1440 })
  .map((minute) => new Date(at('2025-01-01 00:00').getTime() + minutes(minute)));
const quarters = fc.integer({ min: 1, max: 60 }).map((quarter) => quarter / 4);

describe('for every moment and allowance', () => {
  it('working hours agree with a minute-by-minute walk', () => {
    fc.assert(
      fc.property(moments, quarters, (from, workingHours) => {
        expect(dueAt(from, { workingHours }, calendar)).toEqual(twin(from, workingHours * 60));
      }),
      { numRuns: 60 },
    );
  });

  it('waiting twice is waiting for the sum', () => {
    fc.assert(
      fc.property(moments, quarters, quarters, (from, one, two) => {
        const twice = dueAt(
          dueAt(from, { workingHours: one }, calendar),
          { workingHours: two },
          calendar,
        );
        expect(twice).toEqual(dueAt(from, { workingHours: one + two }, calendar));
      }),
    );
  });

  it('a later start is never due earlier', () => {
    const allowances = fc.oneof(
      quarters.map((workingHours) => ({ workingHours })),
      fc.integer({ min: 1, max: 40 }).map((workingDays) => ({ workingDays })),
    );
    fc.assert(
      fc.property(moments, moments, allowances, (one, two, allowance) => {
        const [first, second] = one <= two ? [one, two] : [two, one];
        expect(dueAt(first, allowance, calendar).getTime()).toBeLessThanOrEqual(
          dueAt(second, allowance, calendar).getTime(),
        );
      }),
    );
  });

  it('working days end on a working day with that many working days between', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 40 }), (from, workingDays) => {
        const end = dueAt(from, { workingDays }, calendar);
        let counted = 0;
        for (
          let day = from.getTime() + 86_400_000;
          chinaDay(new Date(day)) <= chinaDay(end);
          day += 86_400_000
        )
          if (calendar.isWorkday(chinaDay(new Date(day)))) counted += 1;
        expect(counted).toBe(workingDays);
        expect(chinaTime(end).slice(11)).toBe('17:30');
      }),
    );
  });
});
