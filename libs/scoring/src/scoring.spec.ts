import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DIMENSIONS, FEEDS, TIERS, type Dimension, type Signal, type Tier } from '@risk/domain';
import fc from 'fast-check';
import { parse } from 'yaml';
import { compileScoring, type AgedSignal, type ScorableSignal } from './index.js';

const config = parse(readFileSync('config/scoring.yaml', 'utf8')) as Record<string, unknown>;
const scoring = compileScoring(config);
const AT = new Date('2026-11-02T09:00:00+08:00');
const daysAgo = (days: number): Date => new Date(AT.getTime() - days * 86_400_000);

const signal = (
  code: string,
  dimension: Dimension,
  weight: number,
  more: Partial<ScorableSignal> = {},
): ScorableSignal => ({
  code,
  dimension,
  weight,
  suppressed: null,
  elements: [],
  ...more,
});
const aged = (
  code: string,
  dimension: Dimension,
  weight: number,
  more: Partial<AgedSignal> = {},
): AgedSignal => ({
  code,
  dimension,
  weight,
  because: `因为${code}`,
  elements: [],
  scheme: null,
  halfLifeDays: 100,
  occurredAt: AT,
  times: 1,
  persons: 1,
  ...more,
});
const scoreOf = (signals: readonly AgedSignal[], at = AT): number =>
  scoring.scoreEntity({ signals, at }).score;

const anySignal: fc.Arbitrary<AgedSignal> = fc.record({
  code: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  dimension: fc.constantFrom(...DIMENSIONS),
  weight: fc.integer({ min: 0, max: 100 }),
  because: fc.constant('因为'),
  elements: fc.constant([]),
  scheme: fc.constantFrom(null, 'illegal-fundraising' as const, 'illegal-lending' as const),
  halfLifeDays: fc.constantFrom(null, 30, 180),
  occurredAt: fc.integer({ min: 0, max: 700 }).map(daysAgo),
  times: fc.integer({ min: 1, max: 9 }),
  persons: fc.integer({ min: 1, max: 9 }),
});
const someSignals = fc.array(anySignal, { maxLength: 12 });

describe('a record', () => {
  it.each<[string, ScorableSignal[], Tier]>([
    ['without signals is nothing', [], 'none'],
    ['with one weak remark stays below', [signal('RG-NAME-SENSITIVE', 'compliance', 8)], 'none'],
    [
      'that advertises a guarantee, a high yield and no warning is orange at least',
      [
        signal('AD-GUARANTEE', 'inducement', 50),
        signal('AD-YIELD-VERY-HIGH', 'inducement', 45),
        signal('AD-NO-WARNING', 'compliance', 30),
      ],
      'orange',
    ],
    ['of one who cannot withdraw is yellow', [signal('CP-WITHDRAW', 'complaint', 46)], 'yellow'],
  ])('%s', (_name, signals, tier) => {
    expect(scoring.scoreRecord(signals).tier).toBe(tier);
  });

  it('counts suppressed signals as nothing', () => {
    const lawful = signal('AD-GUARANTEE', 'inducement', 90, {
      suppressed: '否定',
      elements: ['inducement'],
    });
    expect(scoring.scoreRecord([lawful])).toEqual(scoring.scoreRecord([]));
  });

  it('counts a code once, however often it is found', () => {
    const one = signal('X', 'inducement', 30);
    expect(scoring.scoreRecord([one, one, one]).score).toBe(scoring.scoreRecord([one]).score);
  });

  it('flags the elements that its signals touch', () => {
    const { elements } = scoring.scoreRecord([
      signal('X', 'spread', 5, { elements: ['sociality'] }),
    ]);
    expect(elements).toEqual({
      illegality: false,
      publicity: false,
      inducement: false,
      sociality: true,
    });
  });
});

describe('an entity', () => {
  it('turns red when several independent persons cannot withdraw', () => {
    const three = [
      aged('CP-WITHDRAW', 'complaint', 46, { times: 3, persons: 3 }),
      aged('EN-WITHDRAW-3', 'relation', 55),
    ];
    expect(scoring.scoreEntity({ signals: three, at: AT }).tier).toBe('red');
  });

  it('hears three persons louder than one person three times', () => {
    const persons = aged('CP-WITHDRAW', 'complaint', 40, { times: 3, persons: 3 });
    const insistence = aged('CP-WITHDRAW', 'complaint', 40, { times: 3, persons: 1 });
    expect(scoreOf([persons])).toBeGreaterThan(scoreOf([insistence]) + 10);
    expect(scoreOf([insistence])).toBeGreaterThan(scoreOf([aged('CP-WITHDRAW', 'complaint', 40)]));
  });

  it('gives one summary of n persons and n records of one person each the same score', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 90 }), (n, weight) => {
        const summary = aged('X', 'complaint', weight, { times: n, persons: n });
        const records = Array.from({ length: n }, () => aged('X', 'complaint', weight));
        expect(scoreOf([summary])).toBeCloseTo(scoreOf(records), 5);
      }),
    );
  });

  it.each([
    [0, 40],
    [100, 20],
    [200, 10],
    [300, 5],
  ])('%i days later a signal of half-life 100 is worth %d of 40 points', (days, points) => {
    const { reasons } = scoring.scoreEntity({
      signals: [aged('X', 'complaint', 40, { occurredAt: daysAgo(days) })],
      at: AT,
    });
    expect(reasons[0]?.points).toBe(points);
  });

  it('forgets what has faded and keeps what never fades', () => {
    const old = { occurredAt: daysAgo(3000) };
    const { reasons } = scoring.scoreEntity({
      signals: [
        aged('FADED', 'complaint', 90, old),
        aged('KEPT', 'compliance', 20, { ...old, halfLifeDays: null }),
      ],
      at: AT,
    });
    expect(reasons.map((r) => r.code)).toEqual(['KEPT']);
  });

  it('says which feeds have told nothing, instead of calling them safe', () => {
    const { missing } = scoring.scoreEntity({ signals: [], at: AT, known: ['complaint'] });
    expect(missing).toHaveLength(FEEDS.length - 1);
    expect(missing.join()).toContain('登记注册');
  });

  it('names the scheme that most points speak for', () => {
    const { scheme } = scoring.scoreEntity({
      signals: [
        aged('A', 'complaint', 30, { scheme: 'illegal-lending' }),
        aged('B', 'inducement', 20, { scheme: 'pyramid-selling' }),
        aged('C', 'spread', 20, { scheme: 'pyramid-selling' }),
      ],
      at: AT,
    });
    expect(scheme).toBe('pyramid-selling');
  });
});

describe('whatever the signals', () => {
  it('score and dimensions stay between 0 and 100, reasons fall, and order does not matter', () => {
    fc.assert(
      fc.property(someSignals, fc.infiniteStream(fc.nat()), (signals, salt) => {
        const result = scoring.scoreEntity({ signals, at: AT });
        for (const points of [result.score, ...Object.values(result.dimensions)]) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
        }
        const points = result.reasons.map((r) => r.points);
        expect(points).toEqual([...points].sort((a, b) => b - a));
        const shuffled = signals
          .map((s) => [salt.next().value, s] as const)
          .sort(([a], [b]) => a - b);
        expect(scoring.scoreEntity({ signals: shuffled.map(([, s]) => s), at: AT }).score).toBe(
          result.score,
        );
      }),
    );
  });

  it('more evidence never lowers a score, and time never raises it', () => {
    fc.assert(
      fc.property(
        someSignals,
        anySignal,
        fc.integer({ min: 1, max: 400 }),
        (signals, more, days) => {
          expect(scoreOf([...signals, more])).toBeGreaterThanOrEqual(scoreOf(signals));
          expect(scoreOf(signals, daysAgo(-days))).toBeLessThanOrEqual(scoreOf(signals));
        },
      ),
    );
  });

  it('a higher score is never of a lower tier', () => {
    const weights = Array.from({ length: 101 }, (_, w) =>
      scoring.scoreRecord([signal('X', 'complaint', w)]),
    );
    const ranks = weights.map(({ tier }) => TIERS.indexOf(tier));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });
});

describe('trust', () => {
  const word: Signal = {
    engine: 'keywords',
    code: 'guaranteed-return',
    dimension: 'inducement',
    weight: 60,
    because: '出现“保本”字样',
    evidence: null,
    transforms: [],
    suppressed: null,
    elements: [],
    scheme: null,
    halfLifeDays: 90,
  };

  it('discounts a word, which sees no context, and leaves a rule as it is', () => {
    const rule: Signal = { ...word, engine: 'rules' };
    expect(scoring.weigh(word)).toEqual({ ...word, weight: 30 });
    expect(scoring.weigh(rule)).toEqual(rule);
  });
});

describe('relatives', () => {
  const related = compileScoring({
    ...config,
    correlation: { repeat: 0.3, groups: { 保本: ['A', 'B', 'C'] } },
  });

  it('tell one story: the second counts 30 per cent, the third 9', () => {
    const { reasons } = related.scoreEntity({
      signals: [
        aged('A', 'inducement', 50),
        aged('B', 'inducement', 40),
        aged('C', 'inducement', 30),
      ],
      at: AT,
    });
    expect(reasons.map((r) => [r.code, r.points])).toEqual([
      ['A', 50],
      ['B', 12],
      ['C', 2.7],
    ]);
  });

  it('add up to less than strangers', () => {
    const signals = [signal('A', 'inducement', 50), signal('B', 'inducement', 50)];
    expect(related.scoreRecord(signals).score).toBeLessThan(scoring.scoreRecord(signals).score);
  });
});

describe('a bad configuration is refused naming the key', () => {
  it.each([
    [
      'dimensions.spread.weight',
      { dimensions: { ...(config['dimensions'] as object), spread: { weight: 2 } } },
    ],
    ['trust.rules', { trust: { keywords: 1, numbers: 1, rules: 3, classifier: 1 } }],
    ['tiers.blue', { tiers: { red: 80, orange: 60, yellow: 40, blue: 0 } }],
    ['forgottenBelow', { forgottenBelow: 20 }],
    ['forgottenBelow', { forgottenBelow: 100 }],
    ['tiers', { tiers: { red: 40, orange: 60, yellow: 50, blue: 20 } }],
    [
      'correlation.groups',
      { correlation: { repeat: 0.3, groups: { a: ['X', 'Y'], b: ['Y', 'Z'] } } },
    ],
    ['missing.registration', { missing: {} }],
    ['capacity', { capacity: { red: 30, orange: 10, yellow: 80, blue: 200 } }],
    ['capacity.red', { capacity: { red: 0, orange: 10, yellow: 80, blue: 200 } }],
  ])('%s', (key, change) => {
    expect(() => compileScoring({ ...config, ...change })).toThrow(`scoring.yaml › ${key}`);
  });
});

describe('the groups of config/scoring.yaml', () => {
  const known = new Set([
    ...readdirSync('config/rules').flatMap((name) => idsIn(`config/rules/${name}`, 'rules', 'id')),
    ...readdirSync('config/lexicon').flatMap((name) =>
      ['entries', 'compounds'].flatMap((list) => idsIn(`config/lexicon/${name}`, list, 'code')),
    ),
    'promised-yield',
    'loan-price',
  ]);
  const groups = Object.entries(
    (config['correlation'] as { groups: Record<string, string[]> }).groups,
  );

  it.each(groups)('%s names only codes that exist', (_name, codes) => {
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });
});

it('nobody may hide only codes that exist, flight and the police thresholds among them', () => {
  const rules = readdirSync('config/rules').flatMap((name) =>
    idsIn(`config/rules/${name}`, 'rules', 'id'),
  );
  expect(scoring.neverSuppressed.filter((code) => !rules.includes(code))).toEqual([]);
  const grave = rules.filter((id) => /FLIGHT|CRIMINAL|HALF-THRESHOLD/.test(id));
  expect(scoring.neverSuppressed).toEqual(expect.arrayContaining(grave));
});

function idsIn(path: string, list: string, key: string): string[] {
  const file = parse(readFileSync(path, 'utf8')) as Record<
    string,
    Record<string, string>[] | undefined
  >;
  return (file[list] ?? []).map((item) => item[key] ?? '');
}

describe('what is lacking to the next tier', () => {
  it.each<[number, Tier, number]>([
    [0, 'blue', 20],
    [19.9, 'blue', 0.1],
    [20, 'yellow', 20],
    [59.5, 'orange', 0.5],
    [60, 'red', 20],
  ])('%d lies below %s by %d', (score, tier, points) => {
    expect(scoring.nextTier(score)).toMatchObject({ tier, points, from: score + points });
  });

  it('is nothing at the top', () => {
    expect(scoring.nextTier(80)).toBeNull();
  });
});

describe('codes of correlation groups', () => {
  it('are named with file and group when no signal bears them', () => {
    const strange = scoring.strangers((code) => code !== 'AD-LOAN' && code !== 'easy-money');
    expect(strange).toEqual([
      'scoring.yaml › correlation.groups.高额收益：没有信号编码“easy-money”',
      'scoring.yaml › correlation.groups.放贷招揽：没有信号编码“AD-LOAN”',
    ]);
  });
});
