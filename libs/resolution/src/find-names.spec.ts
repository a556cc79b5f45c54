import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findNames } from './find-names.js';
import { placesFrom } from './index.js';
import { chenzhou } from './testing/chenzhou.js';

const places = placesFrom(chenzhou);
const names = (text: string) => findNames(text, places).map((hit) => hit.name);

describe('where a name begins and ends', () => {
  it.each([
    ['我在郴州某某投资有限公司投了钱', '郴州某某投资有限公司'],
    ['我父亲被鑫源养老服务有限公司的业务员骗了5万元', '鑫源养老服务有限公司'],
    ['2019年3月在湖南省郴州市鑫源投资有限公司购买理财', '湖南省郴州市鑫源投资有限公司'],
    ['举报鑫源（湖南）商务咨询有限公司非法集资', '鑫源（湖南）商务咨询有限公司'],
    ['与郴州宏图财富管理有限公司签订合同', '郴州宏图财富管理有限公司'],
    ['和宏图财富管理有限公司签订合同', '宏图财富管理有限公司'],
    ['人和财富管理有限公司不还钱', '人和财富管理有限公司'],
    ['家住北湖区人民路，投资桂阳县福寿康养老公寓，现已关门', '桂阳县福寿康养老公寓'],
    ['湖南鑫源投资有限公司郴州分公司跑路了', '湖南鑫源投资有限公司郴州分公司'],
    ['鑫源股权投资合伙企业（有限合伙）到期不退', '鑫源股权投资合伙企业（有限合伙）'],
    ['本人向桂阳县鑫源种植农民专业合作社入股三万元', '桂阳县鑫源种植农民专业合作社'],
    ['鑫源公司老板失联', '鑫源公司'],
    ['ＸＸ：Ｅ租通（北京）信息技术有限公司', 'Ｅ租通（北京）信息技术有限公司'],
    ['在云朵宝钱包平台投资了十万', '云朵宝钱包'],
    ['下载了聚宝鹿APP后无法提现', '聚宝鹿'],
    ['一个名为“云养牛”的平台，返利很高', '云养牛'],
    ['“鑫源财富”说年化12%', '鑫源财富'],
    ['参加「福寿康养老」公司的讲座', '福寿康养老'],
  ])('%s -> %s', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it('finds several, each with its own span', () => {
    const text = '郴州鑫源投资有限公司与长沙宏图建材有限公司互相担保';
    expect(names(text)).toEqual(['郴州鑫源投资有限公司', '长沙宏图建材有限公司']);
    for (const hit of findNames(text, places))
      expect(text.slice(hit.start, hit.end)).toBe(hit.name);
  });
});

describe('what is no name', () => {
  it.each([
    '小区物业公司乱收费，自来水公司停水',
    '这家投资公司是骗人的',
    '某网络借贷平台利息太高',
    '已向北湖区公安分局报案，派出所不受理',
    '银保监会和12345平台都没有回复',
    '在中国工商银行股份有限公司郴州分行取的钱',
    '通过支付宝平台转账',
    '请问社区卫生服务中心几点上班',
    '《防范和处置非法集资条例》规定',
    '“非法集资”的宣传',
    '上市公司业绩好',
    '噪音太大，影响休息',
    '',
  ])('%s', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('for every text', () => {
  const piece = fc.constantFrom(
    '我在',
    '郴州',
    '鑫源',
    '投资',
    '有限公司',
    '（',
    '）',
    '“',
    '”',
    '平台',
    '，',
    '分公司',
    'APP',
    '的',
    '1',
    ' ',
  );
  it('spans lie inside, do not overlap and quote the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const hits = findNames(text, places);
        hits.forEach((hit, i) => {
          expect(text.slice(hit.start, hit.end)).toBe(hit.name);
          expect(hit.start).toBeGreaterThanOrEqual(hits[i - 1]?.end ?? 0);
          expect(hit.name).not.toBe('');
        });
      }),
    );
  });
});
