import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCompound } from './compounds.js';
import { compileLexicon, type KeywordEngine } from './keyword-engine.js';
import type { Compound } from './lexicon.js';
import { parseLexicon } from './parse-lexicon.js';

const meaning = { title: '标题', dimension: 'inducement', weight: 50, source: '本地默认' };
const cues = [
  { kind: 'negation', window: 6, source: '本地默认', terms: ['不'] },
  { kind: 'warning', window: 20, source: '本地默认', terms: ['谨防'] },
];
const entries = [{ ...meaning, code: 'guarantee', policy: 'disguised', terms: ['保本高息'] }];

/** An engine with one compound, named `both`. */
const engineOf = (compound: object): KeywordEngine =>
  compileLexicon(
    parseLexicon([
      {
        name: 'a.yaml',
        data: { entries, cues, compounds: [{ ...meaning, code: 'both', ...compound }] },
      },
    ]),
  );
const quotesOf = (engine: KeywordEngine, text: string): string[] =>
  engine
    .scan(text)
    .filter(({ code }) => code === 'both')
    .map(({ quote }) => quote);

const ELDERS_NEAR_MONEY = {
  of: [
    ['老人', '大爷'],
    ['理财', '入股'],
  ],
};

describe('words that mean something together', () => {
  it.each<[string, object, string, string[]]>([
    ['stand in one sentence', {}, '请老人们，来理财吧', ['老人们，来理财']],
    ['in any order', {}, '理财讲座请大爷参加', ['理财讲座请大爷']],
    ['not in two sentences', {}, '老人很多。理财讲座', []],
    ['whole field: in two sentences too', { within: 'field' }, '老人。理财', ['老人。理财']],
    ['clause: not beyond a comma', { within: 'clause' }, '老人多，理财忙', []],
    ['clause: within one', { within: 'clause' }, '好，老人理财，好', ['老人理财']],
    ['so near: within the units', { within: 6 }, '老人一二理财', ['老人一二理财']],
    ['so near: not one unit farther', { within: 6 }, '老人一二三理财', []],
    ['so near: whatever stops stand between', { within: 6 }, '老人。理财', ['老人。理财']],
    ['as often as they do', {}, '老人理财，大爷入股', ['老人理财', '大爷入股']],
    ['but no more than three times', {}, '老人理财'.repeat(5), Array(3).fill('老人理财')],
    ['not alone', {}, '老人老人大爷', []],
    ['written in disguise of folding', {}, '老.人 理🎁財', ['老.人 理🎁財']],
  ])('%s', (_, more, text, quotes) => {
    expect(quotesOf(engineOf({ ...ELDERS_NEAR_MONEY, ...more }), text)).toEqual(quotes);
  });

  it.each<[string, string, string[]]>([
    ['needs two of three', '理财。老人送米', ['老人送米']],
    ['is content with more', '老人理财送米', ['老人理财送米']],
    ['is not content with one', '送米，送米', []],
  ])('n of a set %s', (_, text, quotes) => {
    const engine = engineOf({ of: [['老人'], ['理财'], ['送米']], atLeast: 2 });
    expect(quotesOf(engine, text)).toEqual(quotes);
  });

  it.each<[string, string[]]>([
    ['老人理财', ['老人理财']],
    ['银行的老人理财', []],
    ['老人理财找银行', []],
    ['银行很多。老人理财', ['老人理财']],
  ])('A without B: %s', (text, quotes) => {
    expect(quotesOf(engineOf({ ...ELDERS_NEAR_MONEY, without: ['银行'] }), text)).toEqual(quotes);
  });

  it.each<[string, string[]]>([
    ['老人听说保本高息', ['老人听说保本高息']],
    ['老人听说保夲髙息', ['老人听说保夲髙息']],
    ['谨防老人听信保本高息', []],
    ['老人说不保本高息', []],
  ])('codes count as words, disguised or not, and only where they count: %s', (text, quotes) => {
    expect(quotesOf(engineOf({ of: [['老人'], ['code:guarantee']] }), text)).toEqual(quotes);
  });

  it('tells its words, and stands among the other hits by place', () => {
    const engine = engineOf({ of: [['老人'], ['code:guarantee']] });
    const hits = engine.scan('保本高息，老人来，保本高息');
    expect(hits.map(({ code, term, start }) => [code, term, start])).toEqual([
      ['guarantee', '保本高息', 0],
      ['both', '保本高息＋老人', 0],
      ['guarantee', '保本高息', 9],
    ]);
  });

  it('that asks for more kinds than it has is refused', () => {
    expect(() => engineOf({ of: [['甲'], ['乙']], atLeast: 3 })).toThrow(
      'a.yaml › compounds[0].atLeast：要求的种数多于 of 列出的种数，永远不会命中',
    );
  });
});

/** Letters are words: a and b of the two kinds, x of those that must not be there. */
const KINDS = new Map([
  ['a', 0],
  ['b', 1],
  ['x', -1],
]);
const compoundOf = (within: Compound['within']): Compound => ({
  ...meaning,
  dimension: 'inducement',
  code: 'both',
  scheme: null,
  elements: [],
  halfLifeDays: 180,
  of: [['a'], ['b']],
  without: ['x'],
  within,
});
const partsOf = (text: string) =>
  Array.from(text).flatMap((letter, start) => {
    const kind = KINDS.get(letter);
    return kind === undefined ? [] : [{ start, end: start + 1, kind }];
  });
const found = (text: string, within: Compound['within']): [number, number][] =>
  findCompound(text, compoundOf(within), partsOf(text)).map(({ start, end }) => [start, end]);

/** The same, said with strings: pieces between stops without x hold aa…b or bb…a again and again. */
function foundPlainly(text: string, stops: RegExp): [number, number][] {
  const all: [number, number][] = [];
  let from = 0;
  for (const piece of text.split(stops)) {
    if (!piece.includes('x'))
      for (const match of piece.matchAll(/a[^b]*b|b[^a]*a/g))
        all.push([from + match.index, from + match.index + match[0].length]);
    from += piece.length + 1;
  }
  return all;
}

const texts = fc
  .array(fc.constantFrom('a', 'b', 'x', '一', '，', '。', '二'), { maxLength: 40 })
  .map((letters) => letters.join(''));

describe('against a plain twin', () => {
  it.each<[Compound['within'], RegExp]>([
    ['clause', /[，。]/],
    ['sentence', /。/],
    ['field', /$^/],
  ])('%s', (within, stops) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text, within)).toEqual(foundPlainly(text, stops).slice(0, 3));
      }),
      { numRuns: 2000 },
    );
  });

  it('so near', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, within) => {
        const at = (letter: string): number[] =>
          Array.from(text).flatMap((l, i) => (l === letter ? [i] : []));
        const isNear = (i: number, j: number): boolean => Math.abs(i - j) < within;
        const holds = at('a').some((a) =>
          at('b').some((b) => isNear(a, b) && !at('x').some((x) => isNear(Math.min(a, b), x))),
        );
        expect(found(text, within).length > 0).toBe(holds);
      }),
      { numRuns: 4000 },
    );
  });
});
