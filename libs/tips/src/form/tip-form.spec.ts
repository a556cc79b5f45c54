import { describe, expect, it } from '@jest/globals';
import { readTip } from './tip-form.js';

const NOW = new Date('2026-11-02T09:00:00+08:00');
const REGIONS = new Set(['431002']);
const TEXT = '某养老公寓承诺年息百分之十八，已交五万元';
const read = (more: Readonly<Record<string, string>> = {}) =>
  readTip({ text: TEXT, ...more }, REGIONS, NOW);

describe('what a citizen filled in', () => {
  it('needs no more than what happened', () => {
    expect(read()).toEqual({
      ...{ text: TEXT, targets: [], amount: null, people: null, happenedOn: null },
      ...{ regionCode: null, reporter: {}, isSecret: false },
    });
  });

  it('may tell who, how much, when, where, and of oneself', () => {
    const tip = read({
      ...{
        name1: ' 某养老公寓 ',
        address1: '北湖区某路',
        phone1: '',
        website1: 'http://a.example',
      },
      ...{ app2: '某某群', amount: '５万', unit: '元' },
      ...{ amount: '1,234.50', people: '１２', happenedOn: '2026-11-02', region: '431002' },
      ...{ name: '王某', phone: '138 0000 0000', secret: 'on' },
    });
    expect(tip).toEqual({
      text: TEXT,
      targets: [
        { name: '某养老公寓', address: '北湖区某路', website: 'http://a.example' },
        { app: '某某群' },
      ],
      ...{ amount: 1234.5, people: 12, happenedOn: '2026-11-02', regionCode: '431002' },
      ...{ reporter: { name: '王某', phone: '138 0000 0000' }, isSecret: true },
    });
  });

  it('counts in yuan, also what was told in ten thousands', () => {
    expect(read({ amount: '5.5', unit: '万元' }).amount).toBe(55_000);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing', { text: '' }, '情况说明：'],
    ['too little', { text: '有人骗钱' }, '情况说明：'],
    ['too much', { text: '骗'.repeat(4001) }, '情况说明：'],
    ['what no table can keep', { text: `${TEXT}\0` }, '情况说明：含有不能保存的字符'],
    ['words for a sum', { amount: '五万' }, '涉及金额：请填数字'],
    ['a sum beyond all', { amount: '999999999999', unit: '万元' }, '涉及金额：数字过大'],
    ['another unit', { unit: '美元' }, '涉及金额：'],
    ['part of a person', { people: '1.5' }, '涉及人数：'],
    ['a day that is none', { happenedOn: '2026-02-30' }, '发生时间：应如'],
    ['a day to come', { happenedOn: '2026-11-03' }, '发生时间：不应在今天之后'],
    ['another city', { region: '110101' }, '所在区县：'],
    ['a name without end', { name1: '某'.repeat(101) }, '被举报对象的名称：'],
    ['an own name without end', { name: '某'.repeat(51) }, '您的姓名：'],
  ])('is refused in the words of the page for %s', (_what, more, says) => {
    expect(() => read(more)).toThrow(says);
  });
});
