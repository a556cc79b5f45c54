import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numeralAt, numeralBefore } from './numeral.js';
import { startOfSum, sumAt } from './sum.js';

describe('numbers as people write them', () => {
  it.each<[string, number | null]>([
    ['24', 24],
    ['1.5', 1.5],
    ['二十', 20],
    ['十五', 15],
    ['二十四', 24],
    ['一百二', 120],
    ['一百零二', 102],
    ['一百二十', 120],
    ['一点五', 1.5],
    ['零点二五', 0.25],
    ['半', 0.5],
    ['两', 2],
    ['二〇', 20],
    ['两千', 2000],
    ['點', null],
    ['点', null],
    ['', null],
    ['十半', null],
    ['１８', 18],
    ['1,200', 1200],
    ['12,345.5', 12345.5],
    ['1·5', 1.5],
    ['貳拾肆', 24],
    ['⑧', 8],
    // Two numbers said at once: the upper one.
    ['两三', 3],
    ['三五', 5],
    ['十七八', 18],
    // A version, a date, an account.
    ['1.2.3', null],
    ['12345678901234567', null],
  ])('%s is %s', (text, value) => {
    const read = numeralAt(text, 0);
    expect(read?.end === text.length ? read.value : null).toBe(value);
    expect(numeralBefore(text, text.length)?.value ?? null).toBe(value);
  });

  it.each<[string, number]>([
    ['8%,12', 12],
    ['1,23', 23],
    ['1,2345', 2345],
    ['①8', 8],
    ['第3、5', 5],
  ])('%s ends in %d', (text, value) => {
    expect(numeralBefore(text, text.length)?.value).toBe(value);
  });

  it('read alike from both ends', () => {
    const digits = fc.constantFrom(...'0123456789.,一二三十百千点半零①'.split(''));
    fc.assert(
      fc.property(fc.array(digits, { maxLength: 8 }), (letters) => {
        const text = letters.join('');
        const before = numeralBefore(text, text.length);
        if (before?.start === 0) expect(numeralAt(text, 0)).toEqual(before);
      }),
    );
  });
});

describe('sums as people write them', () => {
  it.each<[string, number]>([
    ['1.2万', 12_000],
    ['1万5', 15_000],
    ['1万5千', 15_000],
    ['万元', 10_000],
    ['50元', 50],
    ['3w', 30_000],
    ['五千', 5_000],
    ['一万二', 12_000],
    ['一万二千五百元', 12_500],
    ['十二万', 120_000],
    ['1千块钱', 1_000],
    ['2000多元', 2_000],
    ['10,000元', 10_000],
    ['壹萬圓', 10_000],
    ['1亿', 100_000_000],
  ])('%s is %d yuan', (text, yuan) => {
    expect(sumAt(text, 0)).toMatchObject({ yuan, end: text.length });
  });

  it.each<[string, string]>([
    ['投1万3个月', '1万'],
    ['投1万2分利', '1万'],
    ['投一万三天', '一万'],
  ])('%s gives %s', (text, quote) => {
    expect(text.slice(1, sumAt(text, 1)?.end)).toBe(quote);
  });

  it.each<[string, string, string]>([
    ['投资12.5万元', '万', '12.5万元'],
    ['交10,000元', '元', '10,000元'],
    ['共8，12万', '万', '12万'],
    ['每万元', '万', '万元'],
  ])('%s: the %s belongs to %s', (text, unit, sum) => {
    expect(text.slice(startOfSum(text, text.indexOf(unit)))).toBe(sum);
  });
});
