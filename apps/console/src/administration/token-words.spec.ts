import { describe, expect, it } from '@jest/globals';
import type { TokenLine } from '../api/tokens.js';
import { feedWords, tokenStateOf } from './token-words.js';

const NOW = '2026-11-22T02:00:00.000Z';
const token = (more: Partial<TokenLine>): TokenLine => ({
  ...{ id: '1', name: '12345', feeds: ['complaint'], madeBy: '陈系统', madeAt: NOW },
  ...{ endsAt: '2027-11-22T02:00:00.000Z', revokedBy: null, lastUsedAt: null },
  ...more,
});

describe('a token', () => {
  it.each([
    ['在用', token({})],
    ['已到期', token({ endsAt: NOW })],
    ['已由陈系统收回', token({ revokedBy: '陈系统', endsAt: NOW })],
  ])('is %s', (word, one) => {
    expect(tokenStateOf(one, NOW).word).toBe(word);
  });

  it('tells what may be delivered', () => {
    expect(feedWords({ feeds: ['registration', 'advertisement'] })).toBe('登记注册、广告监测');
  });
});
