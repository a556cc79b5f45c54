import { describe, expect, it } from '@jest/globals';
import { backtestPeriod, draftRequestSchema } from './requests.js';

const NOW = new Date('2026-11-28T09:00:00+08:00');

describe('the period of a backtest', () => {
  it('is whole days in China, and open ends reach as far as there are records', () => {
    expect(backtestPeriod({ from: '2026-11-01', to: '2026-11-01' }, NOW)).toEqual({
      from: new Date('2026-11-01T00:00:00+08:00'),
      to: new Date('2026-11-01T23:59:59.999+08:00'),
    });
    expect(backtestPeriod({}, NOW).to).toEqual(NOW);
  });

  it.each([
    [{ from: '2026-11-20', to: '2026-11-01' }, '晚于结束日期'],
    [{ from: '2026-11-29' }, '晚于现在'],
  ])('is none when it ends before it begins: %j', (asked, says) => {
    expect(() => backtestPeriod(asked, NOW)).toThrow(says);
  });
});

describe('a draft that is handed in', () => {
  const draft = { title: '甲', by: '张三', because: '试验', rules: { 'a.yaml': 'rules: []' } };

  it('may bring its own words', () => {
    const lexicon = { 'lexicon/a.yaml': 'entries: []' };
    expect(draftRequestSchema.parse({ ...draft, lexicon }).lexicon).toEqual(lexicon);
    expect(draftRequestSchema.parse(draft).lexicon).toBeUndefined();
  });

  it.each(['rules', 'lexicon'])('names files of YAML in its %s', (part) => {
    const parsed = draftRequestSchema.safeParse({ ...draft, [part]: { 'a.txt': '甲' } });
    expect(parsed.error?.issues).toMatchObject([
      { path: [part], message: '文件名须以 .yaml 结尾' },
    ]);
  });
});
