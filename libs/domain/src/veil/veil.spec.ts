import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reporter } from '../feed-record.js';
import { veilOf, VEIL } from './veil.js';

/** A text with braces around what must be hidden; everything else must stay. */
const hidden = (text: string): string =>
  text.replace(/\{(.*?)\}/g, (_, inner: string) => VEIL.repeat(inner.length));
const plain = (text: string): string => text.replace(/[{}]/g, '');

describe('the veil over a reporter', () => {
  it.each([
    '我叫{赵小明}，今年六十岁',
    '我叫{赵小明}',
    '本人{周大福}身份证{431002199001011234}，投了十万',
    '我是{李桂花}，女，退休工人',
    '来电人{王女士}反映鑫源公司不还钱',
    '市民{何某}投诉',
    '投诉人：{陈光明}，被骗五万元',
    '我是{苏仙区白露塘镇上洞村3组}的，被骗了三万',
    '我是{栖凤渡镇}人',
    '家住{北湖区幸福路8号}，郴州鑫源投资有限公司承诺月息3%',
    '我住在{国庆北路阳光花园2栋301}。公司在七里大道8号',
    '住址：{桂阳县城关镇鹿峰路12号}；投资鑫源',
    '我的电话是{13900001111}，公司电话13800002222',
    '我的微信号{zhao_1960}',
    '身份证号码：{43100219900101123X}',
  ])('%s', (text) => {
    expect(veilOf(null).over(plain(text))).toBe(hidden(text));
  });

  it.each([
    '我叫他退钱，他不退',
    '我是老师，不懂投资',
    '本人因投资被骗，要求退款',
    '本人在郴州鑫源投资有限公司投资十万',
    '我是在苏仙区郴州鑫源投资有限公司买的理财',
    '公司地址在北湖区幸福路8号，电话0735-2345678',
    '群众高度关注，年化24%，保本保息',
    '郴州鑫源投资有限公司法人王某承诺月息3分',
    '联系电话13800002222，加微信xinyuan88',
    '统一社会信用代码91431002MA4L000000',
    '投诉人要求退款',
    '家住郊外，常来推销',
  ])('leaves %s', (text) => {
    expect(veilOf(null).over(text)).toBe(text);
  });

  const known: Reporter = { name: '王举报', phone: '13900001111', idNumber: '43100219900101123X' };
  it.each([
    '{王举报}说，{王 举报}又说',
    '请回{13900001111}、{139-0000-1111}、{１３９００００１１１１}、{一三九〇〇〇〇一一一一}',
    '证件{43100219900101123x}',
    '别的王姓人和13900001112都不是',
  ])('that the vault knows: %s', (text) => {
    expect(veilOf(known).over(plain(text))).toBe(hidden(text));
  });

  it.each<Reporter>([{}, { name: '王' }, { phone: '110' }, { name: ' ', idNumber: '1' }])(
    'that the vault hardly knows hides nothing: %j',
    (reporter) => {
      const text = '王某拨打110投诉1次';
      expect(veilOf(reporter).over(text)).toBe(text);
    },
  );

  it('keeps the length, hides what is known however it is set, and changes nothing the second time', () => {
    const name = fc.stringMatching(/^[王李张][\u4e00-\u4fff]{1,2}$/);
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
    const around = fc.string({ unit: 'grapheme', maxLength: 20 });
    const gap = fc.constantFrom('', ' ', '-', '－');
    fc.assert(
      fc.property(name, phone, around, around, gap, (who, number, a, b, joint) => {
        const text = `${a}${who}${b}${Array.from(number).join(joint)}${a}`;
        const veil = veilOf({ name: who, phone: number });
        const over = veil.over(text);
        expect(over).toHaveLength(text.length);
        expect(over).not.toContain(who);
        expect(over.replace(/[\s－-]/g, '')).not.toContain(number);
        expect(veil.over(over)).toBe(over);
      }),
    );
  });

  it('takes no time over long texts', () => {
    const text = '我是家住的我叫在北湖区幸福路'.repeat(4_000);
    expect(veilOf(known).over(text)).toHaveLength(text.length);
  });
});
