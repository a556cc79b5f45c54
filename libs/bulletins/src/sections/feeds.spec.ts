import { describe, expect, it } from '@jest/globals';
import { at, linesOf } from '../testing/a-dossier.js';
import { aDailyAsk, aFeedLine, FixedWatch, writtenOf } from '../testing/fixed-source.js';
import type { FeedLine } from '../source.js';
import { feeds } from './feeds.js';

const SILENT = new FixedWatch([], { scj: '市监局已 30 小时没有数据，最近一次在 11-24 02:30' });
const said = async (lines: readonly FeedLine[], watch = new FixedWatch(), ask = aDailyAsk()) =>
  writtenOf(feeds, { feeds: lines }, ask, { feeds: watch });

describe('what came in', () => {
  it('is told by source with when it was heard last', async () => {
    const { lead, blocks, isQuiet } = await said([aFeedLine({ late: 2, deadLettered: 1 })]);
    expect(lead).toBe('接收登记注册 10 条、投诉举报 0 条、广告监测 0 条。');
    expect(linesOf({ blocks })[2]).toBe('来源scj | 登记注册 | 10 | 2 | 1 | 11-25 07:30 | 正常');
    expect(isQuiet).toBe(false);
  });

  it('is nothing: no table, nothing happened', async () => {
    const { blocks, isQuiet } = await said([]);
    expect(linesOf({ blocks })).toEqual(['登记注册 0 条、投诉举报 0 条、广告监测 0 条。']);
    expect(isQuiet).toBe(true);
  });

  it('is not quiet while a source is silent', async () => {
    expect((await said([aFeedLine({ received: 0 })])).isQuiet).toBe(true);
    expect((await said([aFeedLine({ received: 0 })], SILENT)).isQuiet).toBe(false);
  });
});

describe('a source', () => {
  it('that is silent is said aloud', async () => {
    const { lead, blocks } = await said([aFeedLine()], SILENT);
    expect(lead).toContain('数据静默：来源scj。');
    expect(linesOf({ blocks })).toEqual(
      expect.arrayContaining(['# 数据静默', '市监局已 30 小时没有数据，最近一次在 11-24 02:30']),
    );
    expect(linesOf({ blocks })[2]).toMatch(/静默$/);
  });

  it('that is expected and was never heard is not connected', async () => {
    const watch = new FixedWatch([
      { source: 'scj', feed: 'registration' },
      { source: 'web', feed: 'advertisement' },
    ]);
    const { blocks } = await said([aFeedLine()], watch);
    expect(linesOf({ blocks })).toContain('来源web | 广告监测 | 0 | 0 | 0 | — | 未接入');
    expect(linesOf({ blocks }).at(-1)).toBe('尚未接入：来源web。这些来源反映的风险，本期看不到。');
  });

  it.each(['region', 'unit'] as const)('owes nothing to an edition of a %s', async (kind) => {
    const watch = new FixedWatch([{ source: 'web', feed: 'advertisement' }], { scj: '静了' });
    const ask = aDailyAsk({ scope: { kind, code: '431002' } });
    const { lead, blocks } = await said([aFeedLine()], watch, ask);
    expect(`${lead}${linesOf({ blocks }).join('')}`).not.toMatch(/静默|静了|未接入|web/);
  });

  it('that was never heard has no time', async () => {
    const { blocks } = await said([aFeedLine({ lastHeardAt: null })], SILENT);
    expect(linesOf({ blocks })[2]).toContain('| — | 正常');
  });
});

describe('counts of complaints', () => {
  const complaints = (...counts: readonly number[]) =>
    counts.map((received, nth) => aFeedLine({ source: `t${nth}`, feed: 'complaint', received }));

  it.each<[string, number[], string[], string]>([
    ['enough of them are shown', [9, 5], ['9', '5'], '14'],
    [
      'few of them are hidden, and another so that they cannot be computed',
      [2, 9],
      ['少于5', '不单列'],
      '11',
    ],
    ['few of them alone hide the total', [3], ['少于5'], '少于5'],
    ['none of them is nought', [0], ['0'], '0'],
  ])('%s', async (_what, counts, cells, total) => {
    const { blocks, figures } = await said(complaints(...counts));
    const shown = linesOf({ blocks })
      .slice(2)
      .map((row) => row.split(' | ')[2]);
    expect(shown).toEqual(cells);
    expect(figures).toContainEqual({ label: '接收投诉举报', value: total });
    expect(linesOf({ blocks })[0]).toContain(`投诉举报 ${total} 条`);
  });

  it('are hidden whatever came of public records', async () => {
    const { blocks } = await said([aFeedLine({ received: 1 }), ...complaints(1)]);
    const shown = linesOf({ blocks })
      .slice(2)
      .map((row) => row.split(' | ')[2]);
    expect(shown).toEqual(['1', '少于5']);
  });

  it('do not tell how many of them were late', async () => {
    const late = aFeedLine({ feed: 'complaint', received: 7, late: 1 });
    const { blocks } = await said([late, { ...late, source: 'b', late: 0 }]);
    const [first, second] = linesOf({ blocks })
      .slice(2)
      .map((row) => row.split(' | ')[3]);
    expect([first, second]).toEqual(['有', '0']);
  });
});

it('what is heard last stands in the time of China', async () => {
  const { blocks } = await said([aFeedLine({ lastHeardAt: at('2026-11-25T00:05') })]);
  expect(linesOf({ blocks })[2]).toContain('11-25 00:05');
});
