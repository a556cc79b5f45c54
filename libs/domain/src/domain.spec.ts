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
  schemeName,
  tierName,
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
