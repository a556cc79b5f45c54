import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { compileLexicon } from './keyword-engine.js';
import { parseLexicon, ruleOf } from './parse-lexicon.js';
import { reviewLexicon } from './review-lexicon.js';

const folder = new URL('../../../config/lexicon/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name,
    data: parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
  }));
const lexicon = parseLexicon(sources);
const engine = compileLexicon(lexicon);

/** What counts in a text of a complaint or an advertisement. */
const live = (text: string): string[] =>
  engine
    .scan(text)
    .filter((hit) => hit.suppressed === null)
    .filter((hit) => engine.entry(hit.code)?.fields?.includes('text') ?? true)
    .map((hit) => hit.code);

describe('the terms of the shipped lexicon', () => {
  it('are 1,500 and more, all different', () => {
    const terms = lexicon.entries.flatMap((entry) => entry.terms.map((term) => ruleOf(term).term));
    expect(new Set(terms).size).toBeGreaterThan(1500);
  });

  it('are distinct, needed, and count wherever they stand: no allow phrase or cue of ours hides one', () => {
    expect(reviewLexicon(sources, engine)).toEqual([]);
  });
});

describe('what people complain of counts', () => {
  it.each([
    ['对方承诺保本保息，说是零风险', 'guaranteed-return'],
    ['公司的承诺并非不保本，我们才投', 'guaranteed-return'],
    ['他不得不承诺保本', 'guaranteed-return'],
    ['我轻信了他们许下的高额回报', 'high-return'],
    ['他们说不是传销，让我发展下线', 'pyramid-named'],
    ['这不是非法集资吗，请政府查处', 'fundraising-named'],
    ['请严打非法集资', 'fundraising-named'],
    ['国家明令禁止的套路贷，他们还在放', 'usury'],
    ['反诈中心说这个平台无法提现', 'cannot-pay'],
    ['商铺返租到期不付租金', 'property-return-sale'],
    ['黄金托管生息，金店跑路了', 'collectible-scheme'],
    ['老师带单，扫码下载的APP', 'false-institution'],
    ['商场全返模式停止返利', 'goods-scheme'],
    ['请取缔人脸识别代过的贷款黑产', 'black-industry'],
    ['买的车险统筹出险不赔', 'illegal-insurance-business'],
  ])('%s says %s', (text, code) => {
    expect(live(text)).toContain(code);
  });
});

describe('ordinary life and warnings say nothing', () => {
  it.each([
    '凡是承诺保本高收益的都是诈骗',
    '反诈中心提醒：刷单返利就是诈骗',
    '对传销说不，对校园贷说不',
    '打破刚性兑付，回归资管本源',
    '审理非法集资刑事案件的解释',
    '市处置非法集资领导小组办公室召开会议',
    '我村征地实行货币安置',
    '提高受益群众满意度，提高手艺，提高汇报效率',
    '村里投票选举，拉人投票',
    '度假平台退款慢，请假平台登录不了',
    '不动产登记中心办事效率',
    '房屋抵押贷款怎么办理',
    '选矿机采购公告，矿山挖矿机械租赁',
    '土地流转入股分红模式带动增收',
    '订单农业，公司提供种苗并保底回收',
    '医保统筹单位报销比例',
    '城乡居民养老保险一次性补缴政策',
    '快递双十一爆仓，外卖平台会员日',
    '高空放风筝，英语跟单词',
    '国债年利率2.5%，股票分红派息公告',
    '区块链技术应用于供应链，算力中心落户',
    '电信充话费每月返还10元话费',
    '老带新推荐奖励，送洗车一次',
    '风险补偿资金池支持小微企业',
    '新车即将上市，投资推介会圆满举行',
  ])('%s', (text) => {
    expect(live(text)).toEqual([]);
  });
});

describe('a licensed institution is not accused by its own name', () => {
  it.each([
    '招银理财有限责任公司',
    '湖南长银五八消费金融股份有限公司',
    '中国东方资产管理股份有限公司',
    '上海证券交易所',
    '东方财富证券股份有限公司',
    '湖南财信金融控股集团有限公司',
  ])('%s', (name) => {
    expect(engine.scan(name)).toEqual([]);
  });

  it('but pretending to be one is still seen', () => {
    expect(live('冒充银行，自称招银理财')).toContain('false-institution');
  });
});
