import { describe, expect, it } from '@jest/globals';
import { hashesOfCodes, hashOpenedBy, madeRecoveryCodes } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are eight, readable, and none like another', () => {
    const codes = Array.from({ length: 50 }, madeRecoveryCodes).flat();
    expect(codes).toHaveLength(400);
    expect(new Set(codes).size).toBe(400);
    for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
  });

  it('use their signs alike', () => {
    const signs = Array.from({ length: 50 }, madeRecoveryCodes).flat().join('').replaceAll('-', '');
    const counts = new Map<string, number>();
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    const expected = signs.length / 31;
    const deviation = [...counts.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / expected,
      0,
    );
    expect(counts.size).toBe(31);
    // Chi-squared of 30 degrees: more than 85 comes less than once in a million runs.
    expect(deviation).toBeLessThan(85);
  });

  it('are kept as hashes, and each opens its own', async () => {
    const codes = madeRecoveryCodes().slice(0, 2);
    const hashes = await hashesOfCodes(codes);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$/);
    expect(await hashOpenedBy(codes[0]!, hashes)).toBe(hashes[0]);
    expect(await hashOpenedBy(codes[1]!, hashes)).toBe(hashes[1]);
    expect(await hashOpenedBy(codes[1]!, hashes.slice(0, 1))).toBeNull();
  });

  it.each<[string, (code: string) => string]>([
    ['in capitals', (code) => code.toUpperCase()],
    ['without its dashes', (code) => code.replaceAll('-', '')],
    ['with spaces', (code) => ` ${code.replaceAll('-', ' ')} `],
  ])('may be typed %s', async (_what, typed) => {
    const [code] = madeRecoveryCodes();
    const hashes = await hashesOfCodes([code!]);
    expect(await hashOpenedBy(typed(code!), hashes)).toBe(hashes[0]);
  });

  it.each(['', '123456', 'abcd-abcd-abcd-abc', 'abcd-abcd-abcd-abcd-a', 'x'.repeat(5000)])(
    'are not %j',
    async (code) => {
      const hashes = await hashesOfCodes(['abcd-abcd-abcd-abcx']);
      expect(await hashOpenedBy(code, hashes)).toBeNull();
    },
  );
});
