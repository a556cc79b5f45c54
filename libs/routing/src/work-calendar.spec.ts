import { describe, expect, it } from '@jest/globals';
import { statutoryHoliday } from './statutory-holidays.js';
import { workCalendar } from './work-calendar.js';

const calendar = workCalendar([]);

describe('the Chinese working calendar', () => {
  it.each([
    ['an ordinary Monday', '2026-11-23', true],
    ['an ordinary Sunday', '2026-11-22', false],
    ['National Day', '2026-10-01', false],
    ['a Saturday worked for National Day (调休)', '2026-10-10', true],
    ['the Sunday before it', '2026-09-20', true],
    ['Spring Festival', '2026-02-17', false],
    ['New Year of a year not yet published', '2027-01-01', false],
    ['Spring Festival of a year not yet published', '2027-02-08', false],
    ['an ordinary Friday of that year', '2027-01-08', true],
    ['an ordinary Saturday of that year', '2027-01-09', false],
  ])('%s, %s: working %s', (_, day, works) => {
    expect(calendar.isWorkday(day)).toBe(works);
  });

  it('knows which years are published', () => {
    expect(calendar.isPublished('2026-05-05')).toBe(true);
    expect(calendar.isPublished('2027-05-05')).toBe(false);
  });

  it('lets the office add the coming year by hand', () => {
    const own = workCalendar([], { holidays: ['2027-02-11'], workdays: ['2027-02-20'] });
    expect(own.isWorkday('2027-02-11')).toBe(false);
    expect(own.isWorkday('2027-02-20')).toBe(true);
    expect(own.isPublished('2027-05-05')).toBe(true);
  });
});

describe('a day of the calendar', () => {
  const own = workCalendar([], {
    holidays: ['2027-02-11'],
    workdays: ['2027-02-20', '2026-10-02'],
  });
  it.each([
    ['2026-11-23', 'workday', null, true],
    ['2026-11-22', 'weekend', null, false],
    ['2026-10-01', 'holiday', '国庆节', false],
    ['2026-10-04', 'holiday', '国庆节', false],
    ['2026-10-10', 'shifted', '国庆节', true],
    ['2026-10-02', 'own-workday', '国庆节', true],
    ['2027-02-11', 'own-holiday', null, false],
    ['2027-02-20', 'own-workday', null, true],
    ['2027-02-05', 'holiday', '春节', false],
    ['2027-04-05', 'holiday', '清明节', false],
    ['2027-06-09', 'holiday', '端午节', false],
  ])('%s is a %s (%s), worked %s', (day, kind, name, works) => {
    expect(own.dayOf(day)).toEqual({ day, kind, name, works });
  });

  it.each([
    ['2026-03-01', 'published'],
    ['2027-03-01', 'own'],
    ['2028-03-01', 'law'],
  ])('%s lies in a year that is known by: %s', (day, arrangement) => {
    expect(own.arrangementOf(day)).toBe(arrangement);
  });
});

describe('holidays by the law itself', () => {
  it.each([
    ['New Year', '2027-01-01', true],
    ['New Year’s Eve of the lunar year', '2027-02-05', true],
    ['its first day', '2027-02-06', true],
    ['its third day', '2027-02-08', true],
    ['its fourth day', '2027-02-09', false],
    ['Qingming 2027', '2027-04-05', true],
    ['Qingming 2028', '2028-04-04', true],
    ['second of May', '2027-05-02', true],
    ['third of May', '2027-05-03', false],
    ['Dragon Boat', '2027-06-09', true],
    ['Mid-Autumn', '2027-09-15', true],
    ['third of October', '2027-10-03', true],
    ['fourth of October', '2027-10-04', false],
    ['the leap fifth month has no second Dragon Boat', '2028-06-27', false],
    ['Dragon Boat before the leap month', '2028-05-28', true],
  ])('%s: %s %s', (_, day, holiday) => {
    expect(statutoryHoliday(day) !== null).toBe(holiday);
  });

  it.each([2025, 2026])(
    'agrees with the published arrangement of %i: none of them is worked',
    (year) => {
      const first = Date.parse(`${year}-01-01T00:00:00Z`);
      const allDays = Array.from({ length: 365 }, (_, n) =>
        new Date(first + n * 86_400_000).toISOString().slice(0, 10),
      );
      const holidays = allDays.filter((day) => statutoryHoliday(day) !== null);
      expect(holidays).toHaveLength(13);
      expect(holidays.filter((day) => calendar.isWorkday(day))).toEqual([]);
    },
  );
});
