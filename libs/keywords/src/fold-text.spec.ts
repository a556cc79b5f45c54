import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText } from './fold-text.js';

describe('folding a text', () => {
  it.each([
    ['保本高息', '保本高息'],
    ['保.本 高*息', '保本高息'],
    ['ＰＯＳ机，１２３', 'pos机，123'],
    ['虛擬貨幣', '虚拟货币'],
    ['髙収益', '高收益'],
    ['①②③', '123'],
    ['㎏', 'kg'],
    ['𝐔𝐒𝐃𝐓', 'usdt'],
    ['保\u200b本\u202e', '保本'],
    ['hello  world', 'hello world'],
    ['v 信 x', 'v信x'],
    ['保本。高息！', '保本。高息！'],
    ['100%保本', '100%保本'],
    ['月息2.5%', '月息2 5%'],
    ['café', 'cafe'],
    ['', ''],
    ['〇零0O', '〇零0o'],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves ordinary simplified text as it is', () => {
    const text = '郴州市北湖区某小区业主反映：物业公司三年未公布账目，请相关部门核查。';
    expect(foldText(text)).toBe(text);
  });
});
