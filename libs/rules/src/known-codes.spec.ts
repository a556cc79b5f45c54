import { describe, expect, it } from '@jest/globals';
import { compileRules } from './index.js';

const known = { words: new Set(['a', 'b']), signals: new Set(['a', 'b', 'other']) };
const rule = (id: string, feed: string, when: unknown, given: object = {}) => ({
  id,
  title: '测试规则',
  feed,
  source: { law: '本地默认' },
  when,
  dimension: 'relation',
  weight: 10,
  halfLifeDays: null,
  because: '规则的说明',
  examples: [
    { given: {}, expect: 'silent' },
    { given, expect: 'silent' },
  ],
});
const CP = rule('CP-ONE', 'complaint', { hit: ['a'] });
const fileOf = (...rules: object[]) => [{ name: 'r.yaml', content: { rules } }];
const said = (...rules: object[]): string[] => {
  try {
    compileRules(fileOf(...rules), known);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('codes that rules ask for', () => {
  it.each<[string, object, string[]]>([
    [
      'a hit',
      rule('CP-X', 'complaint', { all: [{ hit: 'a' }, { not: { hit: ['b', 'c'] } }] }),
      ['r.yaml › CP-X › when.all[1].not：词库里没有代码“c”'],
    ],
    [
      'the absence of a hit',
      rule('CP-X', 'complaint', { noHit: 'other' }),
      ['r.yaml › CP-X › when：词库里没有代码“other”'],
    ],
    [
      'both sides of near',
      rule('CP-X', 'complaint', { near: [['a', 'x'], 'y'], within: 5 }),
      ['r.yaml › CP-X › when：词库里没有代码“x”', 'r.yaml › CP-X › when：词库里没有代码“y”'],
    ],
    [
      'a signal',
      rule('EN-X', 'entity', { signal: ['CP-ONE', 'CP-TWO', 'other', 'a', 'EN-Y'] }),
      [
        'r.yaml › EN-X › when：没有信号编码“CP-TWO”：不是词库代码、规则编号、类型或收益率代码',
        'r.yaml › EN-X › when：没有信号编码“EN-Y”：不是词库代码、规则编号、类型或收益率代码',
      ],
    ],
    [
      'a sequence',
      rule('EN-X', 'entity', { sequence: ['CP-ONE', 'CP-TWO'], days: 3 }),
      ['r.yaml › EN-X › when：没有信号编码“CP-TWO”：不是词库代码、规则编号、类型或收益率代码'],
    ],
    [
      'the hits of an example',
      rule('CP-X', 'complaint', { hit: 'a' }, { record: { text: '甲' }, hits: { c: '甲' } }),
      ['r.yaml › CP-X › examples[1].given.hits：词库里没有代码“c”'],
    ],
    [
      'the signals of an example',
      rule('EN-X', 'entity', { signal: 'CP-ONE' }, { signals: [{ code: 'CP-1', daysAgo: 1 }] }),
      [
        'r.yaml › EN-X › examples[1].given.signals：没有信号编码“CP-1”：不是词库代码、规则编号、类型或收益率代码',
      ],
    ],
  ])('are refused when nothing bears them: %s', (_name, strange, lines) => {
    expect(said(CP, strange)).toEqual(lines);
  });

  it('are not asked after when nothing is known, or a file cannot be read', () => {
    const strange = rule('EN-X', 'entity', { signal: 'AD-ONE' });
    expect(compileRules(fileOf(strange)).size).toBe(1);
    const broken = { name: 'ad.yaml', content: { rules: [{ id: 'AD-ONE' }] } };
    const refused = () => compileRules([...fileOf(strange), broken], known);
    expect(refused).toThrow('ad.yaml');
    expect(refused).not.toThrow('没有信号编码');
  });

  it('can be asked after again when a lexicon changes', () => {
    const engine = compileRules(fileOf(CP), known);
    expect(engine.strangers(known)).toEqual([]);
    expect(engine.strangers({ ...known, words: new Set(['b']) })).toEqual([
      'r.yaml › CP-ONE › when：词库里没有代码“a”',
    ]);
  });
});
