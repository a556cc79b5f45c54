import { describe, expect, it } from '@jest/globals';
import {
  DIMENSIONS,
  ELEMENTS,
  FEEDS,
  SCHEMES,
  TIERS,
  dimensionName,
  elementName,
  feedName,
  identityOf,
  isHigher,
  isScheme,
  FORMER_PERSON_DAYS,
  tieCounts,
  schemeName,
  tierName,
  type TieKind,
  type Tier,
} from './index.js';

describe('every noun has a Chinese name', () => {
  it.each([
    ...FEEDS.map(feedName),
    ...DIMENSIONS.map(dimensionName),
    ...ELEMENTS.map(elementName),
    ...SCHEMES.map(schemeName),
    ...TIERS.map(tierName),
  ])('%s', (name) => {
    expect(name).toMatch(/^[\u4e00-\u9fff]+$/);
  });
});

describe('tiers', () => {
  it.each([
    ['red', 'orange', true],
    ['orange', 'red', false],
    ['blue', 'none', true],
    ['yellow', 'yellow', false],
  ] as [Tier, Tier, boolean][])('%s above %s: %s', (a, b, higher) => {
    expect(isHigher(a, b)).toBe(higher);
  });
});

describe('identity', () => {
  it('is the strongest key', () => {
    expect(
      identityOf([
        { kind: 'name', value: 'a' },
        { kind: 'uscc', value: '9' },
      ]),
    ).toBe('uscc:9');
    expect(
      identityOf([
        { kind: 'phone', value: '1' },
        { kind: 'name', value: 'a' },
      ]),
    ).toBe('name:a');
    expect(identityOf([])).toBeNull();
  });

  it('knows schemes from other words', () => {
    expect(isScheme('illegal-lending')).toBe(true);
    expect(isScheme('fraud')).toBe(false);
  });
});

describe('a tie', () => {
  const AT = new Date('2026-11-02T09:00:00+08:00');
  const daysAgo = (days: number): Date => new Date(AT.getTime() - days * 86_400_000);

  it.each<[TieKind, number, number | null, boolean]>([
    ['address', 0, null, true],
    ['address', -1, null, false],
    ['address', 9, 0, false],
    ['parent', 9, -1, true],
    ['shareholder', 9, 0, true],
    ['representative', 900, FORMER_PERSON_DAYS - 0.1, true],
    ['representative', 900, FORMER_PERSON_DAYS, false],
  ])('%s known %d days ago and ended %p days ago counts: %s', (kind, known, ended, counts) => {
    const endedAt = ended === null ? null : daysAgo(ended);
    expect(tieCounts({ kind, knownAt: daysAgo(known), endedAt }, AT)).toBe(counts);
  });
});
