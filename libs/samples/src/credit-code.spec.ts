import { describe, expect, it } from '@jest/globals';
import { creditCheckLetter, organisationCheckLetter } from '@risk/resolution';
import { someCreditCode } from './credit-code.js';
import { randomOf } from './random.js';

describe('check digits', () => {
  // Published codes, of which research measured that they hold.
  it.each(['91350100M000100Y43', '91110000600001760P', '91440300708461136T', '91330100799655058B'])(
    'GB 32100: %s',
    (code) => {
      expect(creditCheckLetter(code.slice(0, 17))).toBe(code.slice(17));
    },
  );

  it.each(['708461136', '799655058', 'M000100Y4'])('GB 11714: %s', (code) => {
    expect(organisationCheckLetter(code.slice(0, 8))).toBe(code.slice(8));
  });

  it('hold for every invented code', () => {
    const random = randomOf('codes');
    for (let made = 0; made < 500; made++) {
      const code = someCreditCode('91', '431002', random);
      expect(code).toHaveLength(18);
      expect(creditCheckLetter(code.slice(0, 17))).toBe(code.slice(17));
      expect(organisationCheckLetter(code.slice(8, 16))).toBe(code.slice(16, 17));
    }
  });
});
