import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { codeFrom, digestOfCode, typedCode } from './tip-code.js';

const hexOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

describe('a code', () => {
  it('has a hundred bits in five groups of four', () => {
    expect(codeFrom(hexOf('a'))).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('differs with every bit of those that it takes', () => {
    const codes = Array.from({ length: 100 }, (_, bit) =>
      codeFrom((1n << BigInt(bit)).toString(16).padStart(32, '0')),
    );
    expect(new Set(codes).size).toBe(100);
  });

  it('is known again however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = codeFrom(Buffer.from(bytes).toString('hex'));
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
        expect(digestOfCode(typed)).toEqual(digestOfCode(code));
        expect(digestOfCode(code.replaceAll('1', 'l'))).toEqual(digestOfCode(code));
      }),
    );
  });

  it.each([
    ['', ''],
    ['ＡＢＣ１', 'ABC1'],
    ['查询码', ''],
  ])('typed as “%s” is “%s”', (typed, meant) => {
    expect(typedCode(typed)).toBe(meant);
  });
});
