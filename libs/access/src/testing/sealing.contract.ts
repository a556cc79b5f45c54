import { describe, expect, it } from '@jest/globals';
import type { Sealing } from '../accounts/ports.js';

/** What whatever seals secrets promises. */
export function promisesOfSealing(open: () => Sealing): void {
  describe('what is sealed', () => {
    it('opens where it was sealed for, and nowhere else', () => {
      const sealing = open();
      const sealed = sealing.seal(Buffer.from('geheim'), 'hier');
      expect(sealing.open(sealed, 'hier').toString()).toBe('geheim');
      expect(() => sealing.open(sealed, 'dort')).toThrow('密封内容');
    });

    it.each([
      ['nothing', Buffer.alloc(0)],
      ['noise', Buffer.from('kein Siegel')],
      ['a lot of noise', Buffer.alloc(300, 7)],
    ])('is not %s', (_what, noise) => {
      expect(() => open().open(noise, 'hier')).toThrow('密封内容');
    });
  });
}
