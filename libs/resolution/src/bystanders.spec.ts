import { describe, expect, it } from '@jest/globals';
import { bystanderSort } from './index.js';

describe('bodies that only handle, pay or carry', () => {
  it.each([
    ['郴州市公安局', '国家机关'],
    ['北湖区派出所', '国家机关'],
    ['苏仙区人民法院', '国家机关'],
    ['市金融办', '国家机关'],
    ['人民路街道办', '国家机关'],
    ['湖南银保监局', '国家机关'],
    ['银保监会', '国家机关'],
    ['市纪委', '国家机关'],
    ['12345政务服务热线', '国家机关'],
    ['桂阳县一中', '国家机关'],
    ['中国工商银行', '持牌银行'],
    ['中国农业银行股份有限公司郴州分行', '持牌银行'],
    ['长沙银行', '持牌银行'],
    ['桂阳农商行', '持牌银行'],
    ['郴州农村商业银行', '持牌银行'],
    ['中国人寿', '持牌保险'],
    ['中国移动', '持牌保险'],
    ['支付宝', '通用平台'],
    ['微信平台', '通用平台'],
    ['国家反诈中心APP', '通用平台'],
  ])('%s: %s', (name, sort) => {
    expect(bystanderSort(name)).toContain(sort);
  });

  it.each([
    '郴州鑫源投资有限公司',
    '福寿康养老服务中心',
    '桂阳县鑫源资金互助社',
    '鑫源商会',
    '聚宝鹿APP',
    '鑫源金融',
    '郴州某某银行卡服务部',
    '微信宝理财',
    '',
  ])('%s may be what a record is about', (name) => {
    expect(bystanderSort(name)).toBeNull();
  });
});
