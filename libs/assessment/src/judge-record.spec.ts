import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CategoryGuess, FeedRecord, Payload, Signal } from '@risk/domain';
import { compileRules, type Facts, type FactHit } from '@risk/rules';
import { compileScoring } from '@risk/scoring';
import { parse } from 'yaml';
import { createJudge, type JudgeEngines, type KeywordVerdict } from './judge-record.js';

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const rules = compileRules(
  readdirSync('config/rules').map((name) => ({ name, content: yaml(`config/rules/${name}`) })),
);
const scoring = compileScoring(yaml('config/scoring.yaml'));

const record = (feed: FeedRecord['feed'], payload: Payload): FeedRecord =>
  ({
    feed,
    payload,
    source: 's',
    sourceId: '1',
    occurredAt: new Date('2026-10-12T09:00:00+08:00'),
    operation: 'upsert',
    related: [],
    fingerprint: '',
    reporterKey: null,
  }) as FeedRecord;

interface Told {
  readonly signals?: readonly Signal[];
  readonly hits?: readonly FactHit[];
  readonly percent?: number;
  readonly guesses?: readonly CategoryGuess[];
  readonly suppressedAt?: KeywordVerdict['suppressedAt'];
}

/** Real rules and scoring; words, classifier and mentions as told. */
function judgeWith(told: Told = {}, seen: { fields?: unknown; text?: string; facts?: Facts } = {}) {
  const engines: JudgeEngines<string> = {
    keywords: {
      version: 'L',
      foldText: (text) => text.toLowerCase(),
      judgeTexts: (records) => {
        [seen.fields] = records;
        const evidence = { field: 'text', start: 0, end: 2, quote: '月息' };
        const annualYield = told.percent
          ? { percent: told.percent, evidence, because: '×12' }
          : null;
        return records.map(() => ({
          signals: told.signals ?? [],
          hits: told.hits ?? [],
          annualYield,
          suppressedAt: told.suppressedAt ?? (() => null),
        }));
      },
    },
    rules: {
      version: rules.version,
      evaluate: (facts) => {
        seen.facts = facts;
        return rules.evaluate(facts);
      },
    },
    classifier: {
      version: 'M',
      predict: (text) => {
        seen.text = text;
        return told.guesses ?? [];
      },
    },
    scoring,
    resolution: { findMentions: (r) => [r.feed] },
  };
  return createJudge(engines);
}
const keyword = (more: Partial<Signal> = {}): Signal => ({
  engine: 'keywords',
  code: 'guarantee',
  dimension: 'inducement',
  weight: 20,
  because: '词语“保本”',
  evidence: null,
  transforms: [],
  suppressed: null,
  elements: ['inducement'],
  scheme: 'illegal-fundraising',
  halfLifeDays: 90,
  ...more,
});

describe('a verdict on real rules', () => {
  it.each<[string, FeedRecord['feed'], Payload, Told, string[]]>([
    [
      'a loud investment advertisement',
      'advertisement',
      { text: '投资月息2分，保本保息，按月返利，名额有限' },
      { percent: 24 },
      ['orange', 'red'],
    ],
    [
      'the same with a risk warning in a lawful tone',
      'advertisement',
      { text: '本基金为非保本浮动收益，投资有风险，入市需谨慎' },
      {},
      ['none'],
    ],
    [
      'a warning against fraud',
      'advertisement',
      { text: '谨防保本高息投资骗局，守住钱袋子' },
      { percent: 24 },
      ['none'],
    ],
    [
      'a cry for the principal',
      'complaint',
      { text: '我在这家公司投资理财二十万，现在无法提现，老板失联' },
      {},
      ['orange', 'red'],
    ],
    ['a letter about noise', 'complaint', { text: '小区旁边工地夜间施工，噪音扰民' }, {}, ['none']],
    [
      'a letter about a housing fund loan',
      'complaint',
      { text: '公积金贷款提取不了，逾期怎么办，购房急用' },
      {},
      ['none'],
    ],
    [
      'an ordinary firm',
      'registration',
      { name: '郴州某某餐饮有限公司', businessScope: '餐饮服务；以自有资金从事投资活动' },
      {},
      ['none'],
    ],
  ])('%s', (_name, feed, payload, told, tiers) => {
    const verdict = judgeWith(told).judge(record(feed, payload));
    expect(tiers).toContain(verdict.tier);
  });

  it('gives every reason a sentence and quotes the exact slice', () => {
    const text = '投资养老公寓，保本保息，年化收益高，推荐好友奖励佣金';
    const { signals } = judgeWith().judge(record('advertisement', { text }));
    expect(signals.length).toBeGreaterThan(2);
    for (const { because, evidence } of signals) {
      expect(because.length).toBeGreaterThan(6);
      if (evidence) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });
});

describe('what each engine gets to see', () => {
  it('keywords and classifier read the texts of the feed, folded for the classifier', () => {
    const seen: { fields?: unknown; text?: string } = {};
    judgeWith({}, seen).judge(record('advertisement', { title: 'AB', text: 'CD', imageText: '' }));
    expect(seen.fields).toEqual([
      { field: 'title', text: 'AB' },
      { field: 'text', text: 'CD' },
    ]);
    expect(seen.text).toBe('ab\ncd');
  });

  it('the classifier is not asked about registrations', () => {
    const seen: { text?: string } = {};
    judgeWith({ guesses: [{ code: 'illegal-lending', probability: 1 }] }, seen).judge(
      record('registration', { name: '甲' }),
    );
    expect(seen.text).toBeUndefined();
  });

  it('keeps a rule whose words a cue takes the meaning of, with the cue, and lets it count nothing', () => {
    const text = '投资公司人去楼空，老板失联，我们的本金没了';
    const said = judgeWith().judge(record('complaint', { text }));
    const warned = judgeWith({ suppressedAt: () => 'warning text 谨防 at 0-2' }).judge(
      record('complaint', { text }),
    );
    const vanished = (one: typeof said): Signal | undefined =>
      one.signals.find(({ code }) => code === 'CP-VANISHED');
    expect(vanished(said)).toMatchObject({ suppressed: null });
    expect(vanished(warned)).toMatchObject({
      suppressed: 'warning text 谨防 at 0-2',
      because: `${vanished(said)?.because ?? ''}；处于警示宣传语境，不计分`,
    });
    expect(said.score).toBeGreaterThan(0);
    expect(warned.score).toBe(0);
  });

  it('rules get the hits and the yield', () => {
    const seen: { facts?: Facts } = {};
    const hits = [{ code: 'x', field: 'text', start: 0, end: 1, suppressed: null }];
    judgeWith({ hits, percent: 24 }, seen).judge(record('complaint', { text: '甲乙' }));
    expect(seen.facts).toMatchObject({
      feed: 'complaint',
      hits,
      annualYieldPercent: 24,
      entity: null,
    });
  });
});

describe('the classifier is modest', () => {
  const guess = (probability: number): CategoryGuess[] => [
    { code: 'illegal-lending', probability },
  ];
  it.each<[string, Told, boolean]>([
    ['alone and likely says nothing', { guesses: guess(0.9) }, false],
    ['alone and all but certain counts', { guesses: guess(0.98) }, true],
    [
      'with other evidence counts when likely',
      { guesses: guess(0.75), signals: [keyword()] },
      true,
    ],
    [
      'with suppressed evidence is still alone',
      { guesses: guess(0.75), signals: [keyword({ suppressed: '否定' })] },
      false,
    ],
    ['unsure says nothing', { guesses: guess(0.5), signals: [keyword()] }, false],
    [
      'sure of nothing wrong says nothing',
      { guesses: [{ code: 'none', probability: 0.99 }] },
      false,
    ],
  ])('%s', (_name, told, counts) => {
    const { signals } = judgeWith(told).judge(record('complaint', { text: '你好' }));
    const opinions = signals.filter((s) => s.engine === 'classifier');
    expect(opinions).toHaveLength(counts ? 1 : 0);
    for (const { weight } of opinions) expect(weight).toBeLessThanOrEqual(15);
  });
});

describe('categories', () => {
  it('join the evidence with the guess, surest first', () => {
    const { categories } = judgeWith({
      signals: [keyword({ weight: 50 })],
      guesses: [
        { code: 'illegal-fundraising', probability: 0.8 },
        { code: 'pyramid-selling', probability: 0.2 },
      ],
    }).judge(record('complaint', { text: '你好' }));
    expect(categories).toEqual([
      { code: 'illegal-fundraising', probability: 0.55 },
      { code: 'pyramid-selling', probability: 0.1 },
    ]);
  });

  it('are the classifier alone when nothing else speaks', () => {
    const guesses: CategoryGuess[] = [{ code: 'none', probability: 0.9 }];
    expect(judgeWith({ guesses }).judge(record('complaint', { text: '你好' })).categories).toEqual(
      guesses,
    );
  });
});

describe('versions and mentions', () => {
  it('say which engines judged and whom the record names', () => {
    const verdict = judgeWith().judge(record('complaint', { text: '甲' }));
    expect(verdict.version).toEqual({
      lexicon: 'L',
      rules: rules.version,
      model: 'M',
      scoring: scoring.version,
    });
    expect(verdict.mentions).toEqual(['complaint']);
  });
});
