import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Invalid } from '@risk/kit';
import type { ScanMode } from './spans.js';
import { compileTerms } from './term-scanner.js';
import type { TermRule } from './term.js';
import { slowScan } from './testing/slow-scan.js';

const scan = (rule: TermRule | string, text: string, mode: ScanMode = 'all') =>
  compileTerms([typeof rule === 'string' ? { term: rule } : rule]).scan(text, mode);
const quotes = (rule: TermRule | string, text: string): string[] =>
  scan(rule, text).map((hit) => hit.quote);

describe('folding finds what hides', () => {
  it.each([
    ['保本', '本产品保本', '保本', []],
    ['保本', '承诺保.本！', '保.本', ['noise']],
    ['高收益', '高 收 益', '高 收 益', ['noise']],
    ['高收益', '高❤收😀益', '高❤收😀益', ['noise']],
    ['保本', '保\u200b本', '保\u200b本', ['invisible']],
    ['保本', '保\u0336本\u0336', '保\u0336本', ['invisible']],
    ['保本高息', '保夲髙息', '保夲髙息', ['look-alike']],
    ['虚拟货币', '虛擬貨幣', '虛擬貨幣', ['traditional']],
    ['收益', '収益', '収益', ['look-alike']],
    ['p2p', '做Ｐ２Ｐ的', 'Ｐ２Ｐ', ['width']],
    ['usdt', '收𝐔𝐒𝐃𝐓。', '𝐔𝐒𝐃𝐓', ['compatibility']],
    ['usdt', '收 USDT 币', 'USDT', ['case']],
    ['usdt', '收 U·S·D·T', 'U·S·D·T', ['case', 'noise']],
    ['vx', '加🆅🆇', '🆅🆇', ['look-alike']],
    ['ico', 'іcо项目', 'іcо', ['look-alike']],
    ['零风险', '0风险', '0风险', ['look-alike']],
    ['零风险', '〇风险', '〇风险', ['look-alike']],
    ['100%保本', '①00%保本', '①00%保本', ['compatibility']],
    ['公斤kg', '公斤㎏', '公斤㎏', ['compatibility']],
    ['株式会社', '㍿', '㍿', ['compatibility']],
    ['高收益', '高，收，益', '高，收，益', ['noise']],
    ['高收益', '高\n收\n益', '高\n收\n益', ['noise']],
  ])('%s in %s', (term, text, quote, transforms) => {
    expect(scan(term, text)).toEqual([
      expect.objectContaining({ quote, transforms, start: text.indexOf(quote) }),
    ]);
  });
});

describe('folding does not make hits of ordinary text', () => {
  it.each([
    ['保本', '确保，本次活动'],
    ['保本', '确保。本次活动'],
    ['保本', '有保障\n本公司'],
    ['高收益', '高收，益处多'],
    ['ico', 'silicon'],
    ['ico', 'ICON'],
    ['bitcoin', 'a bit coin'],
    ['24%', '2.4%'],
    ['100', '1000'],
    ['100', '1 00'],
    ['kg', '㎏t'],
    ['g', '㎏'],
    ['三分利', '3分利'],
    ['kg三', '㎏，三'],
  ])('%s in %s', (term, text) => {
    expect(quotes(term, text)).toEqual([]);
  });
});

describe('a term asks for more', () => {
  it.each<[TermRule, string, string[], string[]]>([
    [{ term: '三分利', digits: true }, '叁分利', ['叁分利'], ['digits']],
    [{ term: '三分利', digits: true }, '③分利', ['③分利'], ['digits']],
    [{ term: '3分利', digits: true }, '⒊分利', ['⒊分利'], ['compatibility']],
    [{ term: '3分利', digits: true }, 'Ⅲ分利', ['Ⅲ分利'], ['compatibility']],
    [{ term: '3分利', digits: true }, '三分利', ['三分利'], ['digits']],
    [{ term: '3分利', digits: true }, '₃分利', ['₃分利'], ['compatibility']],
    [{ term: '3分利', digits: true }, '十三分利', [], []],
    [{ term: '保本', repeat: true }, '保保本本', ['保保本本'], ['repeat']],
    [{ term: '保本', repeat: true }, '保本', ['保本'], []],
    [{ term: '天天分红', repeat: true }, '今天分红', [], []],
    [{ term: '天天分红', repeat: true }, '天天天分红', ['天天天分红'], ['repeat']],
    [
      { term: 'kg零', edges: false, digits: true, repeat: true },
      '㎏0零',
      ['㎏0零'],
      ['compatibility', 'look-alike', 'repeat'],
    ],
    [{ term: '保本', homophone: true }, '宝本', ['宝本'], ['homophone']],
    [{ term: '保本', homophone: true }, '有关报笨的事', [], []],
    [{ term: '高收益', homophone: true }, '高手益', ['高手益'], ['homophone']],
    [{ term: '发票', homophone: true }, '发 飘', ['发 飘'], ['noise', 'homophone']],
    [{ term: 'ico', edges: false }, 'silicon', ['ico'], []],
    // Letters whose places a reading calls out are letters like all others.
    [{ term: 'kol' }, 'akol，bkol，kolw，找kol', ['kol'], []],
    [{ term: 'k线' }, 'ak线，看k线', ['k线'], []],
    [{ term: '微w' }, '微wa，微w', ['微w'], []],
    [{ term: '保本', exact: true }, '保.本 保本', ['保本'], []],
    [{ term: '***', exact: true }, 'a***b', ['***'], []],
    [{ term: '息' }, '高息低息', ['息', '息'], []],
    [{ term: '𠮷' }, '大𠮷利', ['𠮷'], []],
  ])('%j in %s', (rule, text, expected, transforms) => {
    const hits = scan(rule, text);
    expect(hits.map((hit) => hit.quote)).toEqual(expected);
    expect(hits[0]?.transforms ?? []).toEqual(transforms);
  });
});

describe('modes and masks', () => {
  const rules: TermRule[] = [
    { term: '保本' },
    { term: '保本高息' },
    { term: '高息' },
    { term: '提高息率', allow: true },
  ];
  const told = (text: string, mode: ScanMode): string[] =>
    compileTerms(rules)
      .scan(text, mode)
      .map((hit) => hit.quote);

  it.each<[string, ScanMode, string[]]>([
    ['保本高息', 'all', ['保本', '保本高息', '高息']],
    ['保本高息', 'longest', ['保本高息']],
    ['保本，高息', 'longest', ['保本', '高息']],
    ['提高息率', 'all', []],
    ['提高息率，高息', 'all', ['高息']],
    ['', 'all', []],
  ])('%s, %s', (text, mode, expected) => {
    expect(told(text, mode)).toEqual(expected);
  });

  it('reads nothing into a text when asked to be plain', () => {
    const plain = compileTerms([{ term: '保本', homophone: true, repeat: true }], { plain: true });
    expect(plain.scan('保.本 保保本 宝本 保本').map((hit) => hit.start)).toEqual([5, 11]);
  });
});

describe('terms that cannot be used are named', () => {
  it.each<[TermRule, RegExp]>([
    [{ term: '' }, /第 2 个词条.*词条为空/],
    [{ term: '***' }, /只有标点、空格或符号/],
    [{ term: '\u200b' }, /折叠后为空/],
    [{ term: '\ud800' }, /代理字符/],
    [{ term: '长'.repeat(65) }, /最多 64/],
    [{ term: '保本', exact: true, digits: true }, /不能同时使用/],
  ])('%j', (rule, message) => {
    expect(() => compileTerms([{ term: '好' }, rule])).toThrow(Invalid);
    expect(() => compileTerms([{ term: '好' }, rule])).toThrow(message);
  });
});

// A small alphabet in which terms, disguises and noise meet often.
const letter = fc.constantFrom(
  ...'保本高息收益aB1三0零 .，\n?'.split(''),
  ...'葆夲镐媳亻呆氵女子'.split(''),
  'bao',
  'x',
  '髙',
  '虛',
  '㎏',
  'Ｂ',
  '①',
  '叁',
  '😀',
  '\u200b',
  '𠮷',
  '\ud83d',
  '㈱',
  '\u0301',
);
const text = fc.array(letter, { maxLength: 40 }).map((chars) => chars.join(''));
const termText = fc
  .array(
    fc.constantFrom(
      '保',
      '本',
      '高',
      '息',
      '收',
      'a',
      'b',
      '1',
      '三',
      '0',
      '零',
      '𠮷',
      'kg',
      '%',
      '.',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((chars) => chars.join(''))
  .filter((term) => /[^.]/.test(term));
const rule: fc.Arbitrary<TermRule> = fc
  .record({
    term: termText,
    style: fc.constantFrom('folded', 'folded', 'digits', 'exact', 'repeat', 'digits-repeat'),
    edges: fc.boolean(),
    allow: fc.constantFrom(false, false, false, true),
    homophone: fc.boolean(),
  })
  .map(({ term, style, edges, allow, homophone }) => ({
    term,
    edges,
    allow,
    digits: style.startsWith('digits'),
    repeat: style.endsWith('repeat'),
    exact: style === 'exact',
    homophone: homophone && style !== 'exact',
  }));

describe('the scanner and its brute-force twin agree', () => {
  it('on every overlapping hit of random lexicons in random texts', () => {
    const lexicon = fc.array(rule, { minLength: 1, maxLength: 12 });
    const texts = fc.array(text, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(lexicon, texts, (rules, samples) => {
        const scanner = compileTerms(rules);
        for (const sample of samples) {
          const fast = scanner.scan(sample).map(({ term, start, end }) => ({ term, start, end }));
          expect(fast).toEqual(slowScan(sample, rules));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('and quotes are slices, longest hits do not overlap, the same scanner gives the same twice', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 12 }), text, (rules, sample) => {
        const scanner = compileTerms(rules);
        const hits = scanner.scan(sample, 'longest');
        for (const hit of hits) expect(hit.quote).toBe(sample.slice(hit.start, hit.end));
        for (const [i, hit] of hits.entries())
          expect(hit.start).toBeGreaterThanOrEqual(hits[i - 1]?.end ?? 0);
        expect(scanner.scan(sample, 'longest')).toEqual(hits);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever noise a hand strews between the characters of a term', () => {
    const noise = fc.array(fc.constantFrom('.', ' ', '*', '·', '_', '😀', '\u200b', '❤', '~'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.constantFrom('保本', '高收益', '稳赚不赔'),
        fc.array(noise, { minLength: 4, maxLength: 4 }),
        (term, gaps) => {
          const strewn = Array.from(
            term,
            (char, i) => char + (i < term.length - 1 ? gaps[i]!.join('') : ''),
          ).join('');
          expect(quotes(term, `我们${strewn}啊`)).toEqual([strewn]);
        },
      ),
    );
  });
});

describe('hostile input', () => {
  const scanner = compileTerms([
    { term: '保'.repeat(64) },
    { term: '保本', repeat: true, homophone: true },
    { term: 'kg' },
  ]);
  it.each([
    ['a million characters', '保本高息'.repeat(250_000)],
    ['65,536 repeats', '保'.repeat(65_536)],
    ['unpaired surrogates', '\ud800'.repeat(10_000) + '\udc00'.repeat(10_000)],
    ['expansions only', '\ufdfa'.repeat(100_000)],
    ['zero-width only', '\u200b'.repeat(500_000)],
    ['noise between all', '保 '.repeat(20_000)],
  ])('%s', (_, sample) => {
    expect(() => scanner.scan(sample)).not.toThrow();
  });

  it('forgets nothing between a long text and a short one', () => {
    scanner.scan('保'.repeat(80_000));
    expect(scanner.scan('保保本').map((hit) => hit.quote)).toEqual(['保保本']);
  });
});
