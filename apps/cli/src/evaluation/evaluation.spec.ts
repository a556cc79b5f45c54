import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaUnderCurve, gradesAt, type Graded } from './figures.js';
import { readRows } from './read-rows.js';
import { SETS, capitalOf, type Judged, type Row } from './sets.js';

const graded = (pairs: readonly (readonly [number, boolean])[]): Graded[] =>
  pairs.map(([score, positive]) => ({ score, positive }));

/** The definition of the area, pair by pair. */
function slowArea(rows: readonly Graded[]): number {
  const cases = rows.filter((r) => r.positive);
  const others = rows.filter((r) => !r.positive);
  const wins = cases.flatMap((c) =>
    others.map((o) => (c.score > o.score ? 1 : c.score === o.score ? 0.5 : 0)),
  );
  return wins.reduce((a: number, b) => a + b, 0) / wins.length;
}

describe('area under the curve', () => {
  it('is what the definition says, pair by pair', () => {
    const row = fc.record({ score: fc.integer({ min: 0, max: 5 }), positive: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), (rows) => {
        fc.pre(rows.some((r) => r.positive) && rows.some((r) => !r.positive));
        expect(areaUnderCurve(rows)).toBeCloseTo(slowArea(rows), 10);
      }),
    );
  });

  it('is no number when one side is missing', () => {
    expect(areaUnderCurve(graded([[1, true]]))).toBeNaN();
  });
});

describe('grades at a threshold', () => {
  it.each<[string, [number, boolean][], number, number, number]>([
    [
      'all right',
      [
        [9, true],
        [1, false],
      ],
      1,
      1,
      1,
    ],
    [
      'one too many',
      [
        [9, true],
        [8, false],
      ],
      0.5,
      1,
      2 / 3,
    ],
    [
      'one missed',
      [
        [9, true],
        [1, true],
      ],
      1,
      0.5,
      2 / 3,
    ],
    [
      'nothing called',
      [
        [1, true],
        [1, false],
      ],
      0,
      0,
      0,
    ],
  ])('%s', (_name, pairs, precision, recall, f1) => {
    const grades = gradesAt(graded(pairs), 5);
    expect([grades.precision, grades.recall]).toEqual([precision, recall]);
    expect(grades.f1).toBeCloseTo(f1);
  });
});

describe('the rows of a set', () => {
  const set = (file: string) => SETS.find((one) => one.file === file)!;
  const letters = set('citizen-letters.jsonl');

  it.each([
    ['null', '第 3 行应为一个 JSON 对象'],
    ['[]', '第 3 行应为一个 JSON 对象'],
    ['"坏"', '第 3 行应为一个 JSON 对象'],
    ['{"text":5}', '第 3 行：text 应为文字'],
    ['{}', '第 3 行：text 应为文字'],
    ['{', '第 3 行不是 JSON'],
  ])('%s is named with its line', (line, says) => {
    expect(() => readRows(`{"text":"好"}\n\n${line}\n`, letters)).toThrow(
      `citizen-letters.jsonl ${says}`,
    );
  });

  it('are taken with what a set asks for', () => {
    expect(readRows('{"text":"好"}\n\n{"text":""}\n', letters)).toHaveLength(2);
    expect(() => readRows('{"text":"好"}', set('obfuscated-messages.jsonl'))).toThrow('restored');
  });
});

describe('the posts about finance', () => {
  const set = SETS.find(({ file }) => file === 'finance-negative.jsonl')!;
  const rows = Array.from({ length: 200 }, (_, n) => ({
    text: n % 3 === 0 ? '坏' : '好',
    negative: n % 3 === 0 ? 1 : 0,
    entities: [`平台${n % 20}`, '别处'],
  }));
  const judge = (_feed: unknown, payload: object): Judged => ({
    score: JSON.stringify(payload).includes('坏') ? 50 : 0,
    codes: [],
  });
  const tiers = { red: 80, orange: 60, yellow: 40, blue: 20 };
  const bench = { judge, tiers, indexFirm: () => 0, presets: new Map() };
  const figureOf = (some: readonly Row[], figure: string) =>
    set.measure(some, bench).find((one) => one.figure === figure);

  it('are measured again on each half of the entities, and every post is in one of them', () => {
    const [a, b] = ['f1-entities-a', 'f1-entities-b'].map((figure) => figureOf(rows, figure));
    expect(a!.n + b!.n).toBe(rows.length);
    expect(Math.min(a!.n, b!.n)).toBeGreaterThan(0);
    expect([a!.value, b!.value]).toEqual([1, 1]);
    expect(figureOf(rows, 'auc')?.n).toBe(rows.length);
  });

  it('that name the same entity first are in the same half', () => {
    for (let n = 0; n < 20; n++) {
      const same = rows.filter(({ entities }) => entities[0] === `平台${n}`);
      expect([0, same.length]).toContain(figureOf(same, 'auc-entities-a')?.n);
    }
  });
});

describe('the public sets', () => {
  const tiers = { red: 80, orange: 60, yellow: 40, blue: 20 };
  const judge = (_feed: unknown, payload: object): Judged => {
    const words = JSON.stringify(payload);
    return { score: words.includes('坏') ? 50 : 0, codes: words.includes('坏') ? ['X'] : [] };
  };
  const bench = { judge, tiers, indexFirm: () => 0, presets: new Map() };
  const figureOf = (file: string, rows: Record<string, unknown>[], figure: string) =>
    SETS.find((s) => s.file === file)
      ?.measure(rows, bench)
      .find((f) => f.figure === figure);

  it.each<[string, Record<string, unknown>[], string, number]>([
    [
      'finance-negative.jsonl',
      [
        { text: '坏', negative: 1 },
        { text: '好', negative: 0 },
      ],
      'auc',
      1,
    ],
    [
      'short-messages.jsonl',
      [
        { text: '坏', label: 'AD_Loan' },
        { text: '坏', label: 'AD_Retail' },
      ],
      'precision',
      0.5,
    ],
    [
      'citizen-letters.jsonl',
      [{ title: '坏', text: '' }, { text: '好' }],
      'yellow-or-higher-per-1000',
      500,
    ],
    ['ordinary-firms.jsonl', [{ name: '坏' }], 'orange-or-higher-per-1000', 0],
    [
      'obfuscated-messages.jsonl',
      [
        { text: '壞', restored: '坏' },
        { text: '坏', restored: '坏' },
      ],
      'recall-of-restored-codes',
      0.5,
    ],
    [
      'obfuscated-messages.jsonl',
      [
        { text: '加薇信，办啌息带款', restored: '加微信，办低息贷款' },
        { text: '加微信，买保险', restored: '加微信，买东西' },
      ],
      'false-words-per-100-messages',
      50,
    ],
  ])('%s', (file, rows, figure, value) => {
    expect(figureOf(file, rows, figure)?.value).toBe(value);
  });

  it.each([
    ['500万元人民币', 5_000_000],
    ['1.2亿元', 120_000_000],
    ['3,000万人民币', 30_000_000],
    ['100万美元', undefined],
    ['', undefined],
  ])('reads the capital %s', (words, yuan) => {
    expect(capitalOf(words)).toBe(yuan);
  });
});
