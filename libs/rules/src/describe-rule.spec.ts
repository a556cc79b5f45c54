import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readRules } from './compile-rules.js';
import { describeCondition, linesOf } from './describe-rule.js';
import type { Subject } from './facts.js';

const told = (when: unknown, subject: Subject, names: Readonly<Record<string, string>> = {}) => {
  const description = describeCondition(when, subject, (code) => names[code] ?? null);
  return description && linesOf(description);
};

describe('a condition in words', () => {
  it.each<[string, Subject, unknown, string[]]>([
    [
      'says which words, all of them',
      'complaint',
      { text: 'text', containsAny: ['提现', '兑付', '取款', '出金', '赎回', '提款', '取钱'] },
      ['正文中出现下列任一说法：提现、兑付、取款、出金、赎回、提款、取钱'],
    ],
    [
      'tells the branches of a pattern apart, and not those within it',
      'complaint',
      { text: 'text', matches: '(不能|无法)提现|[甲乙]丙|血本无归' },
      ['正文中出现下列任一写法：不能提现、无法提现、甲丙、乙丙、血本无归'],
    ],
    [
      'says what does not count',
      'advertisement',
      { text: 'all', containsAll: ['保本', '高息'], except: ['非保本'] },
      ['标题、正文、图片文字中同时出现：保本、高息（其中“非保本”不算）'],
    ],
    [
      'puts parts below what joins them',
      'advertisement',
      {
        all: [
          { hit: ['guarantee', 'guarantee-soft'] },
          { not: { text: 'text', containsAny: ['公积金'] } },
          { any: [{ annualYield: { above: 10 } }, { present: 'url' }] },
        ],
      },
      [
        '同时满足以下各项：',
        '　出现 “保本承诺”、guarantee-soft 类词语',
        '　并且没有这种情形：',
        '　　正文中出现下列任一说法：公积金',
        '　满足以下任何一项：',
        '　　折合年化收益大于10%',
        '　　写明了网址',
      ],
    ],
    [
      'counts where some of many are enough',
      'registration',
      { atLeast: 2, of: [{ present: 'phones' }, { absent: 'address' }, { present: 'apps' }] },
      ['满足以下 3 项中的至少 2 项：', '　写明了电话', '　没有写住所', '　写明了应用程序'],
    ],
    ['leaves out a group of one', 'registration', { all: [{ present: 'phones' }] }, ['写明了电话']],
    [
      'says how many of a signal, and in what time',
      'entity',
      {
        all: [
          { signal: 'CP-LOST', days: 30, persons: 3 },
          { sequence: ['A', 'B'], days: 7 },
        ],
      },
      [
        '同时满足以下各项：',
        '　近30天有下列任一信号：CP-LOST，不少于 3 人',
        '　先有 A，后有 B，相隔不超过 7 天',
      ],
    ],
  ])('%s', (_says, subject, when, lines) => {
    expect(told(when, subject, { guarantee: '保本承诺' })).toEqual(lines);
  });

  it('is none where the condition cannot be understood', () => {
    expect(describeCondition({ what: 1 }, 'complaint')).toBeNull();
  });

  it('is there for every rule that is shipped, in sentences without JSON', () => {
    const files = readdirSync('config/rules').map((name) => ({
      name,
      content: parse(readFileSync(`config/rules/${name}`, 'utf8')) as unknown,
    }));
    for (const { rule } of readRules(files).rules) {
      const lines = told(rule.when, rule.feed) ?? [];
      expect([rule.id, lines.length > 0]).toEqual([rule.id, true]);
      expect([rule.id, lines.filter((line) => /^\s*\{/.test(line))]).toEqual([rule.id, []]);
    }
  });
});
