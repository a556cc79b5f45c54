import { describe, expect, it } from '@jest/globals';
import { at } from '../testing/a-dossier.js';
import type { Bulletin } from './bulletin.js';
import { subjectOf } from './issue-bulletin.js';

const UNTIL = at('2026-11-25T08:30');
const A_DAILY: Bulletin = {
  ...{ id: '5', kind: 'daily', slot: '2026-11-25', scope: 'city', samples: false, revision: 0 },
  ...{ number: 12, year: 2026, title: '情况', state: 'issued', corrects: null },
  span: { since: at('2026-11-24T08:30'), until: UNTIL },
  ...{ broken: [], isQuiet: false, composedAt: UNTIL, issuedAt: UNTIL },
};
const HOUR = 3_600_000;

describe('a subject tells at a glance', () => {
  it.each<[string, Partial<Bulletin>, string]>([
    ['what it is', {}, '【日报】情况（第12期）'],
    ['that it holds samples', { samples: true }, '【样例】【日报】情况（第12期）'],
    ['that it is a correction', { revision: 2 }, '【更正】【日报】情况（第12期）'],
    ['both', { samples: true, revision: 1 }, '【样例】【更正】【日报】情况（第12期）'],
    ['what has no number', { number: null }, '【日报】情况'],
    ['a special report', { kind: 'special' }, '【专报】情况（第12期）'],
  ])('%s', (_what, more, subject) => {
    expect(subjectOf({ ...A_DAILY, ...more }, UNTIL)).toBe(subject);
  });

  it.each<[Bulletin['kind'], number, boolean]>([
    ['daily', 12, false],
    ['daily', 12.01, true],
    ['weekly', 24 * 10, false],
    ['weekly', 24 * 10 + 0.01, true],
    ['quarterly', 24 * 11, true],
    ['special', 24 * 365, false],
  ])('whether a %s comes late: after %d hours', (kind, hours, isLate) => {
    const subject = subjectOf({ ...A_DAILY, kind }, new Date(UNTIL.getTime() + hours * HOUR));
    expect(subject.includes('【补发】')).toBe(isLate);
  });
});
