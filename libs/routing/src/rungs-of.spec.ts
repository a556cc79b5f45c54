import { describe, expect, it } from '@jest/globals';
import { chinaTime } from '@risk/kit';
import fc from 'fast-check';
import type { Allowance } from './allowance.js';
import { compileHandling } from './compile-handling.js';
import { beforeDue, dueAt } from './due-at.js';
import { DUTY_KINDS } from '@risk/domain';
import { rungsOf } from './rungs-of.js';
import { smallHandling } from './testing/small-city.js';
import { workCalendar } from './work-calendar.js';

const calendar = workCalendar([
  { opens: 510, closes: 720 },
  { opens: 870, closes: 1050 },
]);
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const policy = compileHandling({
  ...smallHandling,
  ladder: {
    ...smallHandling.ladder,
    answer: {
      ...smallHandling.ladder.answer,
      remind: [{ before: { workingDays: 2 } }, { before: { workingHours: 4 } }],
    },
  },
});

describe('a moment before a deadline', () => {
  it.each<[string, string, Allowance, string]>([
    ['by hours', '2026-11-23 11:00', { workingHours: 2 }, '2026-11-23 09:00'],
    ['by hours over night', '2026-11-24 09:00', { workingHours: 1 }, '2026-11-23 17:00'],
    ['by a day, when the office opens', '2026-11-24 17:30', { workingDays: 1 }, '2026-11-23 08:30'],
    ['by days over a weekend', '2026-11-24 17:30', { workingDays: 2 }, '2026-11-20 08:30'],
    ['by days over National Day', '2026-10-08 17:30', { workingDays: 1 }, '2026-09-30 08:30'],
    ['by a day from a Sunday', '2026-11-22 12:00', { workingDays: 1 }, '2026-11-20 08:30'],
  ])('%s', (_, due, allowance, expected) => {
    expect(chinaTime(beforeDue(at(due), allowance, calendar))).toBe(expected);
  });
});

describe('the ladder of a duty', () => {
  const rungs = (from: string, due: string) =>
    rungsOf(policy, 'answer', at(from), at(due), calendar).map(
      (rung) => `${rung.name} ${chinaTime(rung.at)} ${rung.to}`,
    );
  const late = [
    'overdue-1 2026-12-01 08:30 liaison',
    'overdue-2 2026-12-01 10:30 head',
    'overdue-3 2026-12-01 17:30 office',
    'overdue-4 2026-12-02 17:30 convener',
  ];

  it('reminds before the deadline and climbs after it', () => {
    expect(rungs('2026-11-23 09:00', '2026-11-30 17:30')).toEqual([
      'remind-1 2026-11-26 08:30 liaison',
      'remind-2 2026-11-30 11:00 liaison',
      ...late,
    ]);
  });

  it('leaves out a reminder from before the duty began, and keeps the names of the others', () => {
    expect(rungs('2026-11-27 09:00', '2026-11-30 17:30')).toEqual([
      'remind-2 2026-11-30 11:00 liaison',
      ...late,
    ]);
  });

  it('leaves out a reminder at the very moment the duty begins', () => {
    expect(rungs('2026-11-30 11:00', '2026-11-30 17:30')).toEqual(late);
  });

  it('still climbs when the deadline is over at the start', () => {
    expect(rungs('2026-12-24 09:00', '2026-11-30 17:30')).toEqual(late);
  });

  it('ascends even where office days are shorter than the check believes', () => {
    const short = workCalendar([{ opens: 540, closes: 600 }]);
    const found = rungsOf(policy, 'answer', at('2026-11-23 09:00'), at('2026-11-30 10:00'), short);
    const moments = found.map((rung) => rung.at.getTime());
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });
});

const moments = fc
  .integer({ min: 0, max: 2 * 365 * 1440 })
  .map((minute) => new Date(at('2025-06-01 00:00').getTime() + minute * 60_000));
const allowances = fc.oneof(
  fc.integer({ min: 1, max: 240 }).map((quarter) => ({ workingHours: quarter / 4 })),
  fc.integer({ min: 1, max: 40 }).map((workingDays) => ({ workingDays })),
);

describe('for every duty, beginning and deadline', () => {
  it('rungs ascend, reminders lie between beginning and deadline, and everybody above hears after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DUTY_KINDS), moments, allowances, (kind, from, allowance) => {
        const due = dueAt(from, allowance, calendar);
        const rungs = rungsOf(policy, kind, from, due, calendar);
        for (const [at, rung] of rungs.entries()) {
          expect(rung.at.getTime()).toBeGreaterThanOrEqual(rungs[at - 1]?.at.getTime() ?? 0);
          const reminds = rung.name.startsWith('remind');
          expect(reminds ? from < rung.at && rung.at < due : rung.at >= due).toBe(true);
        }
        expect(rungs.filter(({ name }) => name.startsWith('overdue')).map(({ to }) => to)).toEqual(
          policy.ladder[kind].escalate.map(({ to }) => to),
        );
        expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length);
      }),
    );
  });

  it('what lies an allowance before a deadline falls due by the deadline', () => {
    fc.assert(
      fc.property(moments, allowances, (due, allowance) => {
        const before = beforeDue(due, allowance, calendar);
        expect(before.getTime()).toBeLessThan(due.getTime());
        if ('workingHours' in allowance)
          expect(dueAt(before, allowance, calendar).getTime()).toBeLessThanOrEqual(due.getTime());
      }),
    );
  });

  it('a later deadline is never recalled earlier', () => {
    fc.assert(
      fc.property(moments, moments, allowances, (one, two, allowance) => {
        const [first, second] = one <= two ? [one, two] : [two, one];
        expect(beforeDue(first, allowance, calendar).getTime()).toBeLessThanOrEqual(
          beforeDue(second, allowance, calendar).getTime(),
        );
      }),
    );
  });
});
