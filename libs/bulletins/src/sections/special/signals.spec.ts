import { describe, expect, it } from '@jest/globals';
import type { Dossier } from '../../dossier.js';
import {
  A_STRANGER,
  aComplaint,
  aDossier,
  aSignal,
  composed,
  linesOf,
} from '../../testing/a-dossier.js';
import { signals } from './signals.js';

const rows = async (more: Partial<Dossier> = {}): Promise<string[]> =>
  linesOf(await composed(signals, aDossier(more))).filter((line) => /^\d+ \|/.test(line));

describe('风险信号', () => {
  it('quotes public records with source and day, of complaints only what they are about', async () => {
    expect(await rows()).toEqual([
      '1 | 广告承诺保本 | 来源ads | 2026-10-01 | “保本保息” | 60%',
      '2 | 反映不能提现 | 投诉举报（少于5 件） | — | 不引用 | 30%',
      '3 | 投诉和广告并存 | 综合研判 | — | — | 10%',
    ]);
  });

  it.each<[string, Partial<Dossier>, string]>([
    ['many complaints', { signals: [aComplaint({ records: 6 })] }, '投诉举报（6 件）'],
    ['several records', { signals: [aSignal({ records: 3 })] }, '来源ads（3 条）'],
    ['no words', { signals: [aSignal({ quote: null })] }, '2026-10-01 | — | 60%'],
    ['persons in words', { signals: [aSignal({ quote: '找<李四>' })] }, '“找［隐去］”'],
    [
      'those of the parent',
      { signals: [aSignal({ isInherited: true })] },
      '所属总公司：广告承诺保本',
    ],
    ['a code without a name', { signals: [aComplaint({ code: 'x' })] }, '投诉反映的情况'],
    ['no index', { index: null }, '“保本保息” | —'],
  ])('%s', async (_, more, expected) => {
    expect((await rows(more))[0]).toContain(expected);
  });

  it('counts those that are not listed', async () => {
    const written = await composed(signals, aDossier({ moreSignals: 4 }));
    expect(linesOf(written)).toContain('另有 4 项较弱的信号未列出。');
    expect(written.figures).toEqual([{ label: '风险信号', value: '7' }]);
  });

  it('draws the dimensions', async () => {
    const [first] = linesOf(await composed(signals, aDossier()));
    expect(first).toContain('利诱程度 80 分');
  });

  it('says so when there are none', async () => {
    const written = await composed(signals, A_STRANGER);
    expect([written.isQuiet, ...linesOf(written)]).toEqual([
      true,
      '没有发现风险信号。没有信号不等于没有风险。',
    ]);
  });
});
