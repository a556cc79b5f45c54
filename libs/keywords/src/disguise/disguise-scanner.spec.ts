import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileTerms } from '../term-scanner.js';
import type { TermRule } from '../term.js';
import { slowScan } from '../testing/slow-scan.js';

const disguised = (term: string): TermRule => ({ term, homophone: true });
const found = (terms: readonly string[], text: string) =>
  compileTerms(terms.map(disguised)).scan(text);
const quotes = (terms: readonly string[], text: string): string[] =>
  found(terms, text).map((hit) => hit.quote);

describe('a disguise is found and named', () => {
  it.each([
    ['another character of the same sound', '保本', '承诺葆本', '葆本', ['homophone']],
    ['sounds of all characters', '高收益', '镐瘦溢产品', '镐瘦溢', ['homophone']],
    ['a sound that the character has as well', '集资', '我们集呲可以', '集呲', ['homophone']],
    ['a rare character read by its part', '微信', '加溦信', '溦信', ['homophone']],
    ['a look-alike', '保夲', '保本', '保本', ['look-alike']],
    ['halves of a character', '保本', '承诺亻呆本', '亻呆本', ['split']],
    ['halves that are characters themselves', '银行', '我们金艮行可以', '金艮行', ['split']],
    ['letters of a syllable', '保本', '承诺bao本', 'bao本', ['pinyin']],
    ['letters of the other syllable', '保本', '承诺保ben', '保ben', ['pinyin']],
    ['letters only', '保本', '承诺baoben收益', 'baoben', ['pinyin']],
    ['wide letters', '保本', '承诺ＢＡＯ本', 'ＢＡＯ本', ['pinyin']],
    ['mathematical letters', '保本', '承诺𝐛𝐚𝐨本', '𝐛𝐚𝐨本', ['pinyin']],
    ['a first letter', '微信', '加V信', 'V信', ['initial']],
    ['noise as well', '保本', '承诺葆.本', '葆.本', ['homophone', 'noise']],
    ['a traditional form as well', '贷款', '無抵押貸欵', '貸欵', ['traditional', 'look-alike']],
  ])('%s: %s in %s', (_, term, text, quote, transforms) => {
    const hits = found([term], text);
    expect(hits.map((hit) => hit.quote)).toEqual([quote]);
    expect(hits[0]?.transforms).toEqual(transforms);
    expect(hits[0]?.confidence).toBeGreaterThan(0.5);
  });
});

describe('ordinary text is no disguise', () => {
  it.each([
    [['保本'], '请报本单位意见'],
    [['高息'], '周末告悉各位'],
    [['代理'], '袋里有钱'],
    [['返利'], '凡例见附录'],
    [['集资'], '机子坏了'],
    [['好评'], '这个女子评价很高'],
    [['保本'], '地址 baoben@example.com 与 www.baoben.cn'],
    [['收益'], '手艺人的收艺'],
    [['微信'], '他的威信很高'],
    [['贷款'], '带款到银行'],
  ])('%j in %s', (terms, text) => {
    expect(quotes(terms, text)).toEqual([]);
  });
});

describe('of what a place may mean', () => {
  it('the likeliest is told, and nothing where the place reads as it stands', () => {
    expect(quotes(['保本', '报本', '宝本'], '承诺宝本')).toEqual(['宝本']);
    expect(found(['保本', '葆本高息'], '葆本高息').map((hit) => hit.quote)).toEqual(['葆本高息']);
  });

  it('more terms need more evidence', () => {
    const few = found(['保本'], '承诺葆本');
    const fillers = Array.from(
      { length: 3000 },
      (_, i) => `词${String.fromCharCode(0x4e00 + i)}目录`,
    );
    const many = found(['保本', ...fillers], '承诺葆本');
    expect(few).toHaveLength(1);
    expect(many[0]?.confidence ?? 0).toBeLessThan(few[0]!.confidence);
  });
});

// Characters that sound alike, halves and letters, so that nearly every place may be one of several terms.
const letter = fc.constantFrom(
  ...'保宝葆褒本笨夲畚高镐糕息媳锡洗收瘦益溢议亿'.split(''),
  ...'亻呆女子氵木口日月'.split(''),
  ...[
    'bao',
    'ben',
    'gao',
    'b',
    'V',
    'ｂ',
    '𝐛',
    '0',
    '.',
    '，',
    ' ',
    '\u200b',
    '😀',
    '𠮷',
    '貸',
    '\ud83d',
  ],
);
const text = fc.array(letter, { maxLength: 40 }).map((pieces) => pieces.join(''));
const term = fc
  .array(fc.constantFrom(...'保本高息收益好林明贷0b'.split('')), { minLength: 2, maxLength: 6 })
  .map((characters) => characters.join(''));

describe('the scanner and its brute-force twin agree', () => {
  it('on disguises of random terms in random texts', () => {
    fc.assert(
      fc.property(
        fc.array(term, { minLength: 1, maxLength: 12 }),
        fc.array(text, { minLength: 6, maxLength: 6 }),
        (terms, samples) => {
          const rules = terms.map(disguised);
          const scanner = compileTerms(rules);
          for (const sample of samples)
            expect(
              scanner.scan(sample).map(({ term, start, end }) => ({ term, start, end })),
            ).toEqual(slowScan(sample, rules));
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('hostile input', () => {
  it.each([
    ['ten megabytes in one line', `${'今天天气很好，我们去公园'.repeat(4000)}葆本`.repeat(210)],
    ['hits everywhere', '葆夲镐媳bao'.repeat(20_000)],
    ['characters of many sounds', '戊'.repeat(40_000)],
    ['letters that are syllables in many ways', 'xianxi'.repeat(50_000)],
    ['first letters', 'b本'.repeat(40_000)],
    ['halves', '亻呆'.repeat(100_000)],
  ])('%s', (_, sample) => {
    const scanner = compileTerms(['保本', '高息', '戊戊戊戊', '保本高息'].map(disguised));
    expect(() => scanner.scan(sample)).not.toThrow();
  });
});
