import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  creditCheckLetter,
  organisationCheckLetter,
  readCode,
  registrationCheckDigit,
} from './index.js';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');
const letters = (n: number) =>
  fc.array(fc.constantFrom(...SIGNS), { minLength: n, maxLength: n }).map((a) => a.join(''));
const digits = (n: number) =>
  fc
    .array(fc.constantFrom(...SIGNS.slice(0, 10)), { minLength: n, maxLength: n })
    .map((a) => a.join(''));
const validCode = fc
  .tuple(fc.constantFrom('91', '92', '93', '52', 'N2'), digits(6), letters(9))
  .map(([head, region, body]) => head + region + body)
  .map((first) => first + creditCheckLetter(first));

describe('credit codes of the standard', () => {
  it.each([
    ['91350100M000100Y43', true],
    ['91110000600001760P', true],
    ['91440300708461136T', true],
    ['91330100799655058B', true],
    // Early codes that were really issued and fail: flag, not refusal.
    ['91350100M0001TGQXM', false],
    ['91350211M0000XUF46', false],
  ])('%s has a good checksum: %s', (code, checksum) => {
    expect(readCode(code)).toMatchObject({ code, kind: 'uscc', wellFormed: true, checksum });
  });

  it('says what the check letter should have been', () => {
    expect(readCode('91350100M0001TGQXM').because).toMatch(/校验位不符（应为.，实为M）/);
  });
});

describe('how people write codes', () => {
  it.each([
    ['  91110000600001760p ', '91110000600001760P', '大写'],
    ['９１１１００００６０００ ０１７６０Ｐ', '91110000600001760P', '半角'],
    ['9111 0000 6000 0176 0P', '91110000600001760P', '分隔符'],
    ['统一社会信用代码：91110000600001760P', '91110000600001760P', '相符'],
  ])('%s', (text, code, remark) => {
    const reading = readCode(text);
    expect(reading).toMatchObject({ code, kind: 'uscc', checksum: true });
    expect(reading.because).toContain(remark);
  });

  it('names the letter O in place of zero and offers the code that was meant', () => {
    const reading = readCode('9111OOOO600001760P');
    expect(reading).toMatchObject({
      wellFormed: false,
      checksum: false,
      suggestion: '91110000600001760P',
    });
    expect(reading.because).toContain('第5位的字母O疑为0');
  });

  it('does not offer a code that does not hold either', () => {
    const reading = readCode('9111OOOO600001761P');
    expect(reading.suggestion).toBeUndefined();
    expect(reading.because).toContain('含有代码不用的字母');
  });

  it.each([
    ['', '没有代码'],
    ['9111000060000176', '实为16位'],
    ['91A10000600001760P', '第3位的“A”'],
    ['郴州鑫源', '实为4位'],
    ['11010519491231002X', '身份号码'],
    ['431002199001011234', '身份号码'],
  ])('"%s" is refused with its reason', (text, reason) => {
    const reading = readCode(text);
    expect(reading).toMatchObject({ kind: 'unknown', wellFormed: false, checksum: false });
    expect(reading.because).toContain(reason);
  });
});

describe('older codes', () => {
  it('accepts 15 digits and checks them by MOD 11,10', () => {
    expect(readCode(`43100000000123${registrationCheckDigit('43100000000123')}`)).toMatchObject({
      kind: 'regno',
      wellFormed: true,
      checksum: true,
    });
    expect(readCode('110108000000016').checksum).toBe(true);
    expect(readCode('110108000000017')).toMatchObject({
      kind: 'regno',
      wellFormed: true,
      checksum: false,
    });
  });

  it.each(['70846113-6', '79965505-8', 'M000100Y-4'])(
    'accepts the organisation code %s',
    (code) => {
      expect(readCode(code)).toMatchObject({
        kind: 'organisation',
        wellFormed: true,
        checksum: true,
      });
    },
  );

  it('writes 10 as X and 11 as 0', () => {
    const all = Array.from({ length: 200 }, (_, n) =>
      organisationCheckLetter(String(n).padStart(8, '0')),
    );
    expect(new Set(all)).toEqual(new Set(Array.from('0123456789X')));
  });
});

describe('for every code', () => {
  it('a valid one passes', () => {
    fc.assert(
      fc.property(validCode, (code) => {
        expect(readCode(code)).toMatchObject({
          code,
          kind: 'uscc',
          wellFormed: true,
          checksum: true,
        });
      }),
    );
  });

  it('one changed sign is caught: 31 is prime, so no single change keeps the sum', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...SIGNS), (code, at, letter) => {
        fc.pre(code.charAt(at) !== letter);
        expect(readCode(code.slice(0, at) + letter + code.slice(at + 1)).checksum).toBe(false);
      }),
    );
  });

  it('two neighbours exchanged are caught', () => {
    fc.assert(
      fc.property(validCode, fc.integer({ min: 0, max: 16 }), (code, at) => {
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b);
        expect(readCode(code.slice(0, at) + b + a + code.slice(at + 2)).checksum).toBe(false);
      }),
    );
  });

  it('any text has an answer with a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readCode(text);
        expect(reading.because.length).toBeGreaterThan(0);
        expect(reading.checksum && !reading.wellFormed).toBe(false);
      }),
    );
  });
});
