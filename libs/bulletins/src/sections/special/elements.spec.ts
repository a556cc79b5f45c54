import { describe, expect, it } from '@jest/globals';
import type { Dossier } from '../../dossier.js';
import {
  A_STRANGER,
  aComplaint,
  aDossier,
  aSignal,
  anIndex,
  at,
  composed,
  linesOf,
} from '../../testing/a-dossier.js';
import { elements } from './elements.js';

const rowOf = async (name: string, more: Partial<Dossier> = {}): Promise<string | undefined> =>
  linesOf(await composed(elements, aDossier(more))).find((line) => line.startsWith(name));

const found = (finding: 'met' | 'not-met' | 'unclear') => ({
  ...{ alertId: '31', unit: 'jrb', openedAt: at('2026-10-11T09:00:00'), entries: 1 },
  ...{ found: [{ element: 'inducement', finding } as const], verdict: null, concludedAt: null },
});

describe('四性对照', () => {
  it.each<[string, string, Partial<Dossier>]>([
    ['非法性', '非法性 | 有线索 | 综合研判提示 | 尚未认定', {}],
    ['公开性', '公开性 | 未见 | — | 尚未认定', {}],
    ['利诱性', '利诱性 | 有线索 | 广告承诺保本 | 尚未认定', {}],
    ['社会性', '社会性 | 有线索 | 反映不能提现 | 尚未认定', {}],
    ['利诱性', '利诱性 | 有线索 | 广告承诺保本 | 具备', { verifications: [found('met')] }],
    ['利诱性', '| 不具备', { verifications: [found('met'), found('not-met')] }],
    ['利诱性', '| 不明', { verifications: [found('unclear')] }],
    ['非法性', '非法性 | 未见', { index: null }],
    ['利诱性', '广告承诺保本 |', { signals: [aSignal(), aSignal({ feed: 'registration' })] }],
    [
      '利诱性',
      '第0；第1；第2；第3；第4；等 6 项',
      { signals: Array.from({ length: 6 }, (_, n) => aSignal({ because: `第${n}` })) },
    ],
  ])('%s: %s', async (name, expected, more) => {
    expect(await rowOf(name, more)).toContain(expected);
  });

  it('sums up what is touched', async () => {
    const some = aDossier({ index: anIndex(), signals: [aComplaint()] });
    const { lead } = await composed(elements, some);
    expect(lead).toBe('现有线索涉及非法性、利诱性、社会性。');
    expect((await composed(elements, A_STRANGER)).lead).toBeNull();
  });
});
