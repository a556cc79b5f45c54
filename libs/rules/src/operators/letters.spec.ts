import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyWord } from './letters.js';

const letters = fc.constantFrom('保', '本', '高', '息', 'a', '\u1000', '\u2000', '😀', '\ud83d');
const said = (maxLength: number, minLength = 0) =>
  fc.array(letters, { minLength, maxLength }).map((all) => all.join(''));

describe('looking for one of some words', () => {
  it('finds what a plain search finds, whatever texts were read before', () => {
    fc.assert(
      fc.property(fc.array(said(4, 1), { maxLength: 6 }), fc.array(said(30)), (words, texts) => {
        const holds = anyWord(words);
        for (const text of [...texts, ...texts, ''])
          expect(holds(text)).toBe(words.some((word) => text.includes(word)));
      }),
    );
  });
});
