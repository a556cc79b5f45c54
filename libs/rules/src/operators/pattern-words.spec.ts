import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { phrasesOf, SOME_WORDS, writingsOf } from './pattern-words.js';

describe('a pattern in words', () => {
  it.each<[string, string, string, string[]]>([
    ['one text', '血本无归', '「血本无归」', ['血本无归']],
    [
      'choices within a text',
      '(转移|隐匿)资金|抽逃',
      '「转移资金」「隐匿资金」「抽逃」',
      ['转移资金', '隐匿资金', '抽逃'],
    ],
    [
      'what may be missing',
      '防范(和处置)?非法集资',
      '「防范和处置非法集资」「防范非法集资」',
      ['防范和处置非法集资', '防范非法集资'],
    ],
    ['a gap', '名.{0,6}实|限.*?额.', '「名…实」「限…额」', ['名…实', '限…额']],
    [
      'numbers',
      '返[0-9一二]+[万千]|\\d倍',
      '「返几万」「返几千」「几倍」',
      ['返几万', '返几千', '几倍'],
    ],
    ['ends and signs', '^a股$|1\\.5倍', '「a股」「1.5倍」', ['a股', '1.5倍']],
    ['any letter but some', '好[^坏]事|[一-龥]族', '「好…事」「族」', ['好…事', '族']],
    [
      'more choices than a sentence holds',
      '(甲|乙|丙)(丁|戊|己)?庚',
      '「甲丁庚」「甲戊庚」「甲己庚」「甲庚」「乙丁庚」「乙戊庚」等',
      ['（甲／乙／丙）（丁／戊／己／没有）庚'],
    ],
    [
      'what must not stand beside',
      '投资(?!.{0,6}公司)|(?<!不)保本',
      '「投资」「保本」',
      ['投资（后面不是公司）', '（前面不是不）保本'],
    ],
    ['a group that is no choice', '(?:甲乙)+', '「甲乙」', ['甲乙']],
  ])('%s: %s', (_says, pattern, phrases, writings) => {
    expect(phrasesOf(pattern)).toBe(phrases);
    expect(writingsOf(pattern)).toEqual(writings);
  });

  it.each(['(?<name>甲)\\k<name>', '\\p{L}甲', '(?=甲)乙'])('has none for %s', (pattern) => {
    expect([phrasesOf(pattern), writingsOf(pattern)]).toEqual([SOME_WORDS, null]);
  });

  it('never shows an official a sign of the shipped rules', () => {
    const patterns = shippedPatterns();
    expect(patterns.length).toBeGreaterThan(100);
    for (const pattern of patterns) {
      const words = [phrasesOf(pattern), ...(writingsOf(pattern) ?? [])];
      expect([
        pattern,
        words.filter((said) => said === SOME_WORDS || /[\\()|?*+^$[\]{}]/.test(said)),
      ]).toEqual([pattern, []]);
    }
  });
});

function shippedPatterns(): string[] {
  const folder = 'config/rules';
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'matches' && typeof value === 'string') found.add(value);
      walk(value);
    }
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')))
    walk(parse(readFileSync(`${folder}/${file}`, 'utf8'), { maxAliasCount: -1 }));
  return [...found];
}
