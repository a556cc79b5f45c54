import { describe, expect, it } from '@jest/globals';
import type { BookFile } from '../edition.js';
import { differenceBetween, partsBetween, type WholeBook } from './difference.js';
import { rulesIn, withoutRule, withRule } from './rules-in.js';
import { withWords, wordListsIn } from './word-lists.js';

const file = (name: string, content: unknown): BookFile => ({ name, content });
const rule = (id: string, more: object = {}) => ({ id, title: id, weight: 10, ...more });
const RULES = [
  file('rules/a.yaml', { define: { x: 1 }, rules: [rule('CP-A'), rule('CP-B')] }),
  file('rules/b.yaml', { rules: [rule('AD-C')] }),
];
const meaning = { dimension: 'inducement', weight: 10, source: '本地默认' };
const LEXICON = [
  file('lexicon/a.yaml', {
    entries: [
      {
        ...{ code: 'guarantee', title: '保本', ...meaning },
        terms: ['保本', { term: '零风险', exact: true }],
      },
    ],
    compounds: [{ code: 'both', title: '两样', ...meaning, of: [['甲'], ['乙', '丙']] }],
  }),
  file('lexicon/context.yaml', {
    allow: [{ source: '甲', terms: ['自有资金投资'] }],
    cues: [{ kind: 'negation', source: '甲', terms: ['不承诺'] }],
  }),
];
const BOOK: WholeBook = { rules: RULES, scoring: file('scoring.yaml', { a: 1 }), lexicon: LEXICON };

const ids = (files: readonly BookFile[]) =>
  rulesIn({ rules: files }).map((one) => `${one.file} ${one.rule.id}`);

describe('the rules of a book', () => {
  it('change in their place and leave the rest of their file', () => {
    const changed = withRule(RULES, { file: 'rules/b.yaml', rule: rule('CP-A', { weight: 20 }) });
    expect(ids(changed)).toEqual(ids(RULES));
    expect(changed[0]?.content).toMatchObject({ define: { x: 1 }, rules: [{ weight: 20 }, {}] });
    expect(changed[1]).toBe(RULES[1]);
  });

  it('come at the end of the file that is named', () => {
    const added = withRule(RULES, { file: 'rules/b.yaml', rule: rule('AD-D') });
    expect(ids(added)).toEqual([...ids(RULES), 'rules/b.yaml AD-D']);
    expect(withRule(RULES, { file: 'rules/c.yaml', rule: rule('AD-D') })).toEqual(RULES);
  });

  it('go', () => {
    expect(ids(withoutRule(RULES, 'CP-A'))).toEqual(['rules/a.yaml CP-B', 'rules/b.yaml AD-C']);
    expect(withoutRule(RULES, 'CP-X')).toEqual(RULES);
  });

  it('are none in a file that is no list of rules', () => {
    expect(rulesIn({ rules: [file('a', null), file('b', { rules: 1 }), file('c', 'x')] })).toEqual(
      [],
    );
  });
});

describe('the words of a lexicon', () => {
  it('stand in lists, each known by its code or its place', () => {
    expect(
      wordListsIn(LEXICON).map(({ id, kind, words }) => [id, kind, words.map((w) => w.term)]),
    ).toEqual([
      ['guarantee', 'code', ['保本', '零风险']],
      ['both', 'compound', ['甲', '乙', '丙']],
      ['allow:context:0', 'allow', ['自有资金投资']],
      ['cue:context:0', 'cue', ['不承诺']],
    ]);
    expect(wordListsIn(LEXICON)[0]?.words[1]?.flags).toEqual({ exact: true });
  });

  it('come and go, each once; what stands beside the others stays', () => {
    const changed = withWords(LEXICON, [
      { list: 'guarantee', add: ['稳赚', '零风险'], remove: ['保本'] },
      { list: 'cue:context:0', add: ['不保证'], remove: [] },
    ]);
    expect(changed[0]?.content).toMatchObject({
      entries: [{ terms: [{ term: '零风险', exact: true }, '稳赚'] }],
    });
    expect(wordListsIn(changed)[3]?.words.map(({ term }) => term)).toEqual(['不承诺', '不保证']);
    expect(wordListsIn(changed)[2]).toEqual(wordListsIn(LEXICON)[2]);
  });

  it('stay as they are where nothing changes', () => {
    expect(withWords(LEXICON, [])).toBe(LEXICON);
    const change = { list: 'allow:a:0', add: ['甲'], remove: [] };
    expect(withWords(LEXICON, [change])[0]).toBe(LEXICON[0]);
  });
});

describe('the difference of two books', () => {
  it('is none of a book and itself', () => {
    expect(differenceBetween(BOOK, BOOK)).toEqual({ rules: [], words: [], isScoringOther: false });
  });

  it('names rules that came, went and changed, words, and scoring', () => {
    const rules = withRule(withoutRule(RULES, 'CP-B'), {
      file: 'rules/a.yaml',
      rule: rule('CP-A', { weight: 20 }),
    });
    const after: WholeBook = {
      rules: withRule(rules, { file: 'rules/b.yaml', rule: rule('AD-D') }),
      scoring: file('scoring.yaml', { a: 2 }),
      lexicon: withWords(LEXICON, [{ list: 'guarantee', add: ['稳赚'], remove: ['保本'] }]),
    };
    const difference = differenceBetween(BOOK, after);
    expect(difference.rules.map(({ id, kind }) => [id, kind])).toEqual([
      ['CP-A', 'changed'],
      ['AD-D', 'added'],
      ['CP-B', 'removed'],
    ]);
    expect(difference.rules[0]?.parts).toEqual([{ name: 'weight', before: 10, after: 20 }]);
    expect(difference.words).toEqual([
      { list: 'guarantee', title: '保本', added: ['稳赚'], removed: ['保本'] },
    ]);
    expect(difference.isScoringOther).toBe(true);
  });

  it.each([
    [{ elements: [] }, {}],
    [{ scheme: null }, {}],
    [{ source: [{ law: '甲' }] }, { source: { law: '甲' } }],
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
  ])('is none between %j and %j', (before, after) => {
    expect(partsBetween(before, after)).toEqual([]);
  });
});
