import { describe, expect, it } from '@jest/globals';
import { coverLawfulParts } from './lawful-parts.js';

const left = (scope: string): string =>
  coverLawfulParts(scope, 'businessScope', null).replace(/\uE000+/g, '□');

describe('what a scope says the firm does not do', () => {
  it.each([
    ['信息咨询（不含金融信息服务）；餐饮', '信息咨询（□）；餐饮'],
    [
      '软件开发（未经批准不得从事P2P网贷、股权众筹、虚拟货币交易等互联网金融业务）',
      '软件开发（□）',
    ],
    ['投资管理。不得从事吸收公众存款、集资收款；物业服务', '投资管理。□；物业服务'],
    ['资产管理（金融、证券业务除外）', '资产管理□'],
    ['不含金融；金融服务', '□；金融服务'],
    ['虚拟货币交易；餐饮', '虚拟货币交易；餐饮'],
  ])('%s → %s', (scope, rest) => {
    expect(left(scope)).toBe(rest);
  });

  it('keeps every character in its place', () => {
    const scope = '咨询（不含金融）；理财';
    expect(coverLawfulParts(scope, 'businessScope', null)).toHaveLength(scope.length);
  });

  it('is not believed elsewhere: an advertisement that says 不含 is read whole', () => {
    expect(coverLawfulParts('不含风险', 'text', null)).toBe('不含风险');
    expect(coverLawfulParts('不含风险', 'text', /不含风险/gu)).toBe('\uE000'.repeat(4));
  });
});
