import { describe, expect, it } from '@jest/globals';
import type { SpanFigures } from '../source.js';
import { at, linesOf } from '../testing/a-dossier.js';
import {
  aDailyAsk,
  figuresOf,
  FixedSource,
  readingsOf,
  writtenOf,
} from '../testing/fixed-source.js';
import { PlainWords } from '../testing/a-dossier.js';
import { comparison } from './comparison.js';

const DAY_BEFORE = { since: at('2026-11-23T08:30'), until: at('2026-11-24T08:30') };
const YEAR_BEFORE = { since: at('2025-11-24T08:30'), until: at('2025-11-25T08:30') };
const ASK = aDailyAsk({ comparisons: [{ label: '上一期', span: DAY_BEFORE }] });
const complaints = (complaint: number): SpanFigures =>
  figuresOf({ records: { registration: 0, complaint, advertisement: 0 } });

/** The line of a label, against the day before. */
async function lineOf(label: string, now: SpanFigures, then: SpanFigures): Promise<string> {
  const lines = linesOf(await writtenOf(comparison, { figures: [now, then] }, ASK));
  return lines.find((line) => line.startsWith(`${label} |`)) ?? '';
}

describe('a figure against an earlier one', () => {
  it.each<[number, number, string]>([
    [6, 4, '6 | 4 | +2（+50%）'],
    [3, 4, '3 | 4 | −1（−25%）'],
    [4, 4, '4 | 4 | 持平'],
    [4, 0, '4 | 0 | +4'],
    [0, 4, '0 | 4 | −4（−100%）'],
    [0, 0, '0 | 0 | 持平'],
  ])('%i after %i', async (now, then, words) => {
    const line = await lineOf(
      '移送公安',
      figuresOf({ handedOver: now }),
      figuresOf({ handedOver: then }),
    );
    expect(line).toBe(`移送公安 | ${words}`);
  });

  it('counts alerts of all tiers, and the urgent ones apart', async () => {
    const now = figuresOf({ raised: { red: 1, orange: 2, yellow: 3, blue: 4 } });
    expect(await lineOf('新增预警', now, figuresOf())).toContain('| 10 | 0 |');
    expect(await lineOf('其中红色、橙色', now, figuresOf())).toContain('| 3 | 0 |');
  });
});

describe('counts of complaints', () => {
  it.each<[string, number, number, string]>([
    ['both enough', 6, 12, '6 | 12 | −6（−50%）'],
    ['few now: no difference', 3, 12, '少于5 | 12 | —'],
    ['few then: no difference', 12, 3, '12 | 少于5 | —'],
    ['few both times and the same: not even that', 3, 3, '少于5 | 少于5 | —'],
    ['none then', 6, 0, '6 | 0 | +6'],
    ['none both times', 0, 0, '0 | 0 | 持平'],
  ])('%s', async (_what, now, then, words) => {
    const line = await lineOf('接收投诉举报', complaints(now), complaints(then));
    expect(line).toBe(`接收投诉举报 | ${words}`);
  });
});

describe('a time before the platform began', () => {
  const ask = aDailyAsk({
    comparisons: [...ASK.comparisons, { label: '上年同期', span: YEAR_BEFORE }],
  });

  it('is not compared, and said', async () => {
    const figures = [figuresOf({ confirmed: 2 }), figuresOf({ confirmed: 1 }), figuresOf()];
    const lines = linesOf(await writtenOf(comparison, { figures }, ask));
    expect(lines[0]).toBe(' | 本期 | 上一期 | 增减 | 上年同期 | 增减');
    expect(lines).toContain('查实 | 2 | 1 | +1（+100%） | — | —');
    expect(lines.at(-1)).toBe('上年同期时平台尚未接入数据，不可比。');
  });

  it.each<[string, Date | null, boolean]>([
    ['in the middle of it', at('2026-11-23T12:00'), false],
    ['just when it began', DAY_BEFORE.since, true],
    ['never', null, false],
  ])('began %s', async (_what, begunAt, isComparable) => {
    const lines = linesOf(await writtenOf(comparison, { begunAt }, ASK));
    expect(lines.some((line) => line.includes('不可比'))).toBe(!isComparable);
    expect(lines.includes('查实 | 0 | 0 | 持平')).toBe(isComparable);
  });
});

it('the span itself is asked of first, then each comparison', async () => {
  const source = new FixedSource();
  await comparison.compose(readingsOf({ source }), ASK, new PlainWords());
  expect(source.asked.map(({ span }) => span)).toEqual([ASK.span, DAY_BEFORE]);
});
