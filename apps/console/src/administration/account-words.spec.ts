import { describe, expect, it } from '@jest/globals';
import { account, PLACES, ROLES } from '../testing/accounts.js';
import { grantWords, sightWords, stateOf, unitName } from './account-words.js';

const NOW = '2026-11-22T02:00:00.000Z';
const TODAY = '2026-11-22';
const WISH = { unit: 'office', roles: ['director'], regions: null, by: '陈系统' };

describe('how an account stands', () => {
  it.each([
    ['在用', account()],
    ['在用', account({ validUntil: TODAY, lockedUntil: '2026-11-22T01:59:00.000Z' })],
    ['锁定', account({ lockedUntil: '2026-11-22T02:05:00.000Z' })],
    ['已过有效期', account({ validUntil: '2026-11-21' })],
    ['授权待批准', account({ proposed: WISH })],
    ['待批准', account({ state: 'pending' })],
    ['停用', account({ state: 'disabled', proposed: WISH })],
  ])('%s', (word, one) => {
    expect(stateOf(one, NOW, TODAY).word).toBe(word);
  });
});

describe('what somebody sees', () => {
  it.each([
    ['不接触业务数据', 'office', ['auditor'], null],
    ['全市', 'office', ['monitor'], null],
    ['北湖区、苏仙区', 'office', ['monitor'], ['431002', '431003']],
    ['439999', 'office', ['monitor'], ['439999']],
    ['本单位', 'market', ['liaison'], null],
  ])('%s', (words, unit, roles, regions) => {
    expect(sightWords(PLACES, { unit, roles, regions })).toBe(words);
  });
});

describe('a unit', () => {
  it('is called by its name, by its code while the names are not there', () => {
    expect([unitName(PLACES, 'market'), unitName(PLACES, 'x'), unitName(null, 'market')]).toEqual([
      ...['市场监管局', 'x', 'market'],
    ]);
  });
});

describe('what waits for approval', () => {
  it('is said in a sentence: the rights proposed, those of a new account otherwise', () => {
    const wish = { unit: 'market', roles: ['liaison', 'unheard-of'], regions: null, by: '陈系统' };
    expect(grantWords(account({ proposed: wish }), PLACES, ROLES)).toBe(
      '李监测：成员单位联络员、unheard-of，市场监管局，可见范围为本单位。',
    );
    expect(grantWords(account({ state: 'pending', regions: ['431002'] }), PLACES, ROLES)).toBe(
      '李监测：监测员，金融办，可见范围为北湖区。',
    );
  });
});
