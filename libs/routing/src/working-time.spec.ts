import { describe, expect, it } from '@jest/globals';
import { chinaDay, chinaTime, hours, minutes } from '@risk/kit';
import fc from 'fast-check';
import { workCalendar, type WorkCalendar } from './work-calendar.js';
import { addWorkingTime, subtractWorkingTime, workingTimeBetween } from './working-time.js';

const HOURS = [
  { opens: 510, closes: 720 },
  { opens: 870, closes: 1050 },
];
const calendar = workCalendar(HOURS);
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

describe('working time between two moments', () => {
  it.each([
    ['within a morning', '2026-11-23 09:00', '2026-11-23 11:00', 2],
    ['across lunch', '2026-11-23 11:00', '2026-11-23 15:30', 2],
    ['within lunch', '2026-11-23 12:30', '2026-11-23 14:00', 0],
    ['overnight', '2026-11-23 17:00', '2026-11-24 09:00', 1],
    ['a whole day', '2026-11-23 00:00', '2026-11-24 00:00', 6.5],
    ['over National Day', '2026-09-30 17:00', '2026-10-08 09:00', 1],
    ['a Saturday that is worked', '2026-10-10 00:00', '2026-10-11 00:00', 6.5],
    ['backwards', '2026-11-24 09:00', '2026-11-23 09:00', 0],
    ['no time', '2026-11-23 09:00', '2026-11-23 09:00', 0],
  ])('%s', (_, from, to, expected) => {
    expect(workingTimeBetween(at(from), at(to), calendar)).toBe(hours(expected));
  });
});

describe('no working time from a moment on is the next moment the office is open', () => {
  it.each([
    ['in office hours', '2026-11-23 09:00', '2026-11-23 09:00'],
    ['at lunch', '2026-11-23 12:00', '2026-11-23 14:30'],
    ['at close', '2026-11-20 17:30', '2026-11-23 08:30'],
  ])('%s', (_, from, expected) => {
    expect(chinaTime(addWorkingTime(at(from), 0, calendar))).toBe(expected);
  });
});

describe('working time before a moment', () => {
  it.each([
    ['within a morning', '2026-11-23 11:00', 2, '2026-11-23 09:00'],
    ['across lunch', '2026-11-23 15:30', 2, '2026-11-23 11:00'],
    ['the whole morning', '2026-11-23 12:00', 3.5, '2026-11-23 08:30'],
    ['from close back over a weekend', '2026-11-23 09:30', 2, '2026-11-20 16:30'],
    ['from a Sunday', '2026-11-22 10:00', 1, '2026-11-20 16:30'],
  ])('%s', (_, due, span, expected) => {
    expect(chinaTime(subtractWorkingTime(at(due), hours(span), calendar))).toBe(expected);
  });
});

it('refuses a calendar that is always closed instead of searching for ever', () => {
  const closed: WorkCalendar = { ...calendar, isWorkday: () => false };
  expect(() => addWorkingTime(at('2026-11-23 09:00'), 1, closed)).toThrow('没有工作日');
  expect(() => subtractWorkingTime(at('2026-11-23 09:00'), 1, closed)).toThrow('没有工作日');
});

const isOpen = (moment: Date): boolean => {
  const [hour = 0, minute = 0] = chinaTime(moment).slice(11).split(':').map(Number);
  const now = hour * 60 + minute;
  const open = HOURS.some(({ opens, closes }) => opens <= now && now < closes);
  return open && calendar.isWorkday(chinaDay(moment));
};

/** Counts open minutes one by one: slow and plainly right. */
function twin(from: Date, to: Date): number {
  let open = 0;
  for (let at = from.getTime(); at < to.getTime(); at += minutes(1))
    if (isOpen(new Date(at))) open += minutes(1);
  return open;
}

const moments = fc
  .integer({ min: 0, max: 2 * 365 * 1440 })
  .map((minute) => new Date(at('2025-06-01 00:00').getTime() + minutes(minute)));
const instants = fc
  .integer({ min: 0, max: 2 * 365 * 86_400_000 })
  .map((ms) => new Date(at('2025-06-01 00:00').getTime() + ms));
const spans = fc.integer({ min: 1, max: hours(60) });

describe('for all moments', () => {
  it('the time between agrees with a minute-by-minute count', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 12 * 1440 }), (from, length) => {
        const to = new Date(from.getTime() + minutes(length));
        expect(workingTimeBetween(from, to, calendar)).toBe(twin(from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('so much time added is so much time between, and taken away likewise', () => {
    fc.assert(
      fc.property(instants, spans, (from, span) => {
        expect(workingTimeBetween(from, addWorkingTime(from, span, calendar), calendar)).toBe(span);
        expect(workingTimeBetween(subtractWorkingTime(from, span, calendar), from, calendar)).toBe(
          span,
        );
      }),
    );
  });

  it('added time ends no later, and subtracted time begins no earlier, than where it must', () => {
    fc.assert(
      fc.property(instants, spans, (from, span) => {
        const end = addWorkingTime(from, span, calendar);
        const justBefore = new Date(end.getTime() - 1);
        expect(workingTimeBetween(from, justBefore, calendar)).toBeLessThan(span);
        const begin = subtractWorkingTime(from, span, calendar);
        const justAfter = new Date(begin.getTime() + 1);
        expect(workingTimeBetween(justAfter, from, calendar)).toBeLessThan(span);
      }),
    );
  });

  it('a pause moves a deadline by what was left: the rest after it is the rest before it', () => {
    fc.assert(
      fc.property(instants, spans, spans, (from, allowed, paused) => {
        const due = addWorkingTime(from, allowed, calendar);
        const left = workingTimeBetween(from, due, calendar);
        const resumed = new Date(from.getTime() + paused);
        const moved = addWorkingTime(resumed, left, calendar);
        expect(moved.getTime()).toBeGreaterThanOrEqual(due.getTime());
        expect(workingTimeBetween(resumed, moved, calendar)).toBe(left);
      }),
    );
  });

  it('three moments in a row add up', () => {
    fc.assert(
      fc.property(instants, spans, spans, (one, first, second) => {
        const two = new Date(one.getTime() + first);
        const three = new Date(two.getTime() + second);
        expect(
          workingTimeBetween(one, two, calendar) + workingTimeBetween(two, three, calendar),
        ).toBe(workingTimeBetween(one, three, calendar));
      }),
    );
  });
});
