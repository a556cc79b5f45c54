import { describe, expect, it } from '@jest/globals';
import { complaint, parsed } from '../../intake/src/testing/records.js';
import { planVersions, type StoredVersion } from './plan-versions.js';

const day = (n: number): Date => new Date(`2026-11-0${n}T09:00:00+08:00`);
const item = (fingerprint: string, n: number, sourceId = 'c-1') =>
  parsed(complaint({ sourceId, fingerprint, occurredAt: day(n) }));
const stored = (id: string, fingerprint: string, n: number, current: boolean): StoredVersion => ({
  id,
  source: 'hotline-12345',
  source_id: 'c-1',
  fingerprint,
  occurred_at: day(n),
  current,
});
const fresh = { isNew: true, current: true, replaces: null, known: null };
const twin = { isNew: false, current: false, replaces: null };

describe('a batch against what is stored', () => {
  it.each([
    ['a new piece is in force', [item('a', 1)], [], [fresh]],
    [
      'a second delivery changes nothing',
      [item('a', 1)],
      [stored('5', 'a', 1, true)],
      [{ ...twin, known: '5' }],
    ],
    [
      'a second delivery of an old version changes nothing',
      [item('a', 1)],
      [stored('5', 'a', 1, false), stored('6', 'b', 2, true)],
      [{ ...twin, known: '5' }],
    ],
    [
      'a newer version replaces',
      [item('b', 2)],
      [stored('5', 'a', 1, true)],
      [{ ...fresh, replaces: '5' }],
    ],
    [
      'a version of the same time replaces, too: it came later',
      [item('b', 1)],
      [stored('5', 'a', 1, true)],
      [{ ...fresh, replaces: '5' }],
    ],
    [
      'an older version that comes late is kept, not in force',
      [item('a', 1)],
      [stored('6', 'b', 2, true)],
      [{ ...fresh, current: false }],
    ],
    [
      'of two in one batch the later is in force',
      [item('b', 2), item('a', 1)],
      [],
      [fresh, { ...fresh, current: false }],
    ],
    [
      'twins in one batch are one',
      [item('a', 1), item('a', 1)],
      [],
      [fresh, { ...twin, known: null }],
    ],
    ['pieces do not touch each other', [item('a', 1), item('a', 1, 'c-2')], [], [fresh, fresh]],
  ])('%s', (_name, items, before, plan) => {
    expect(planVersions(items, before)).toEqual(plan);
  });
});
