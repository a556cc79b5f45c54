import { describe, expect, it } from '@jest/globals';
import { A_STRANGER, aDossier, composed, FewLaws, linesOf } from '../../testing/a-dossier.js';
import type { LawBasis } from '../section.js';
import { laws, standingOn } from './laws.js';

const basis = (more: Partial<LawBasis> = {}): LawBasis => ({
  ...{
    code: 'AD-GUARANTEE',
    title: '承诺保本',
    law: '防范和处置非法集资条例',
    article: '第十九条',
  },
  ...{ effectiveFrom: '2021-05-01', effectiveTo: null },
  ...more,
});
const said = async (...bases: LawBasis[]): Promise<string[]> =>
  linesOf(await composed(laws, aDossier(), { laws: new FewLaws(bases) }));

describe('适用依据', () => {
  it('names each law once with its articles and what points at it', async () => {
    const lines = await said(
      basis(),
      basis({ code: 'CP-WITHDRAW', title: '不能提现', article: '第二十五条' }),
      basis({ code: 'EN-BOTH', title: '并存', law: '广告法', article: null, effectiveFrom: null }),
    );
    expect(lines.slice(0, 4)).toEqual([
      '以下按 2026-11-02 施行的规定列出。',
      '规定 | 条款 | 施行期间 | 对应信号',
      '《防范和处置非法集资条例》 | 第十九条、第二十五条 | 自 2021-05-01 | 承诺保本、不能提现',
      '《广告法》 | — | 施行中 | 并存',
    ]);
  });

  it.each<[string, Partial<LawBasis>, string]>([
    [
      'not yet',
      { effectiveFrom: '2027-01-01' },
      '“承诺保本”所依据的《防范和处置非法集资条例》第十九条自 2027-01-01 起施行，2026-11-02 尚未施行。',
    ],
    ['no longer', { effectiveTo: '2026-06-30' }, '施行至 2026-06-30，2026-11-02 已不再施行。'],
    ['a local default', { law: '本地默认' }, '按本地默认规则提示，不是法律依据：承诺保本。'],
  ])('says of what is %s in force', async (_, more, expected) => {
    const lines = await said(basis(more));
    expect(lines[0]).toBe('现有信号没有指向 2026-11-02 施行中的具体法律条文。');
    expect(lines[1]).toContain(expected);
  });

  it.each([
    ['禁止传销条例', '《禁止传销条例》 |'],
    ['某某通知（银发〔2026〕42号）', '《某某通知》（银发〔2026〕42号） |'],
    ['国民经济行业分类 GB/T 4754-2017', '国民经济行业分类 GB/T 4754-2017 |'],
  ])('calls %s: %s', async (law, expected) => {
    expect((await said(basis({ law })))[2]).toContain(expected);
  });

  it.each<[Partial<LawBasis>, ReturnType<typeof standingOn>]>([
    [{}, 'in-force'],
    [{ effectiveFrom: '2026-11-02' }, 'in-force'],
    [{ effectiveFrom: '2026-11-03' }, 'not-yet'],
    [{ effectiveTo: '2026-11-02' }, 'in-force'],
    [{ effectiveTo: '2026-11-01' }, 'no-longer'],
    [{ effectiveFrom: null }, 'in-force'],
  ])('%j on the day: %s', (more, standing) => {
    expect(standingOn(basis(more), '2026-11-02')).toBe(standing);
  });

  it('is asked only for what speaks of the entity', async () => {
    const stranger = await composed(laws, A_STRANGER, { laws: new FewLaws([basis()]) });
    expect([stranger.isQuiet, linesOf(stranger)[0]]).toEqual([
      true,
      '现有信号没有指向 2026-11-02 施行中的具体法律条文。',
    ]);
  });
});
