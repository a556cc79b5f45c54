import { describe, expect, it } from '@jest/globals';
import type { PeriodicKind } from '@risk/domain';
import { workCalendar } from '@risk/routing';
import fc from 'fast-check';
import {
  lastSlot,
  nextSlot,
  slotBefore,
  slotNamed,
  slotsBetween,
  slotTitle,
  yearBefore,
  type Rhythm,
} from './slots.js';

const calendar = workCalendar([{ opens: 540, closes: 1080 }]);
const DAILY: Rhythm = { kind: 'daily', at: 8 * 60 + 30 };
const at = (text: string): Date => new Date(`${text}:00+08:00`);
const told = ({ span }: { span: { since: Date; until: Date } }) => [span.since, span.until];

describe('a daily', () => {
  it.each([
    ['on a Wednesday tells of one day', '2026-11-25', '2026-11-24T08:30', '2026-11-25T08:30'],
    ['on a Monday tells of the weekend, too', '2026-11-30', '2026-11-27T08:30', '2026-11-30T08:30'],
    ['after National Day tells of all of it', '2026-10-08', '2026-09-30T08:30', '2026-10-08T08:30'],
    ['on a Saturday that is worked (调休)', '2026-10-10', '2026-10-09T08:30', '2026-10-10T08:30'],
  ])('%s', (_what, name, since, until) => {
    expect(told(slotNamed(DAILY, calendar, name)!)).toEqual([at(since), at(until)]);
  });

  it.each(['2026-11-28', '2026-10-01', '2026-02-30', 'x'])('there is none on %s', (name) => {
    expect(slotNamed(DAILY, calendar, name)).toBeNull();
  });

  it('is due from its minute on', () => {
    expect(lastSlot(DAILY, calendar, at('2026-11-25T08:29')).name).toBe('2026-11-24');
    expect(lastSlot(DAILY, calendar, at('2026-11-25T08:30')).name).toBe('2026-11-25');
    expect(lastSlot(DAILY, calendar, at('2026-11-29T23:00')).name).toBe('2026-11-27');
  });
});

describe('the others', () => {
  it.each<[PeriodicKind, string, string, string, string]>([
    ['weekly', '2026-W48', '2026-11-23', '2026-11-30', '2026-11-30T09:00'],
    ['weekly', '2026-W40', '2026-09-28', '2026-10-05', '2026-10-08T09:00'],
    ['weekly', '2026-W53', '2026-12-28', '2027-01-04', '2027-01-04T09:00'],
    ['monthly', '2026-10', '2026-10-01', '2026-11-01', '2026-11-02T09:00'],
    ['monthly', '2026-12', '2026-12-01', '2027-01-01', '2027-01-04T09:00'],
    ['quarterly', '2026-Q3', '2026-07-01', '2026-10-01', '2026-10-08T09:00'],
    ['quarterly', '2026-Q4', '2026-10-01', '2027-01-01', '2027-01-04T09:00'],
  ])('%s %s tells of whole days and comes on a working day', (kind, name, from, to, out) => {
    const slot = slotNamed({ kind, at: 540 }, calendar, name)!;
    expect(told(slot)).toEqual([at(`${from}T00:00`), at(`${to}T00:00`)]);
    expect(slot.at).toEqual(at(out));
  });

  it.each<[PeriodicKind, string]>([
    ['weekly', '2026-W54'],
    ['weekly', '2025-W53'],
    ['monthly', '2026-13'],
    ['quarterly', '2026-Q5'],
  ])('there is no %s %s', (kind, name) => {
    expect(slotNamed({ kind, at: 540 }, calendar, name)).toBeNull();
  });

  it('two weeklies can fall on one day after a long holiday', () => {
    const weekly: Rhythm = { kind: 'weekly', at: 540 };
    const names = slotsBetween(weekly, calendar, at('2026-09-30T12:00'), at('2026-10-12T12:00'));
    expect(names.map(({ name }) => name)).toEqual(['2026-W40', '2026-W41']);
  });
});

it('five days of downtime leave each missed issue, oldest first', () => {
  const missed = slotsBetween(DAILY, calendar, at('2026-11-20T09:00'), at('2026-11-27T12:00'));
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  expect(missed.map(({ name }) => name)).toEqual(days);
});

it('spans touch: nothing is told twice, nothing falls between', () => {
  const moments = fc.date({
    min: new Date('2024-01-01'),
    max: new Date('2027-12-01'),
    noInvalidDate: true,
  });
  const kinds = fc.constantFrom('daily', 'weekly', 'monthly', 'quarterly');
  fc.assert(
    fc.property(moments, kinds, (now, kind) => {
      const rhythm = { kind, at: 540 } as Rhythm;
      const slot = lastSlot(rhythm, calendar, now);
      const before = slotBefore(rhythm, calendar, slot);
      expect(before.span.until).toEqual(slot.span.since);
      expect(slot.at <= now && before.at <= slot.at && slot.span.until <= slot.at).toBe(true);
      expect(slotNamed(rhythm, calendar, slot.name)).toEqual(slot);
      const next = nextSlot(rhythm, calendar, now);
      expect(next.at > now).toBe(true);
      expect(slotBefore(rhythm, calendar, next)).toEqual(slot);
    }),
  );
});

it.each<[PeriodicKind, string, string]>([
  ['daily', '2026-09-06', '2026年9月6日'],
  ['weekly', '2026-W05', '2026年第5周'],
  ['monthly', '2026-09', '2026年9月'],
  ['quarterly', '2026-Q3', '2026年第三季度'],
])('a %s %s is called %s', (kind, name, title) => {
  expect(slotTitle({ kind, name })).toBe(title);
});

it('a year before is the same day, of a week the same weekdays', () => {
  const daily = slotNamed(DAILY, calendar, '2026-11-25')!;
  expect(yearBefore(daily).until).toEqual(at('2025-11-25T08:30'));
  const weekly = slotNamed({ kind: 'weekly', at: 540 }, calendar, '2026-W48')!;
  expect(yearBefore(weekly).since).toEqual(at('2025-11-24T00:00'));
});
