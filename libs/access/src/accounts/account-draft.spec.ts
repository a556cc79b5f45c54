import { describe, expect, it } from '@jest/globals';
import { accountDraft, type NewAccount } from './account-draft.js';

const AT = new Date('2026-11-02T09:00:00+08:00');
const wish = (more: Partial<NewAccount> = {}): NewAccount => ({
  ...{ login: 'wang', name: '王某', unit: 'scj', roles: ['reader'], regions: null },
  ...{ validUntil: null, madeBy: '张管理', madeAt: AT, ...more },
});

describe('a new account', () => {
  it('waits, opens nothing, and owes a password of its own', () => {
    expect(accountDraft(wish())).toEqual({
      ...wish(),
      ...{ state: 'pending', proposed: null, reset: null, approvedBy: null, sample: false },
      ...{ passwordHash: null, passwordAt: AT, mustChange: true },
      ...{ factor: null, failures: 0, lockedUntil: null, identity: null },
    });
  });

  it('is not what a stranger’s wish says besides', () => {
    const smuggled = { state: 'active', approvedBy: 'x', sample: true, mustChange: false };
    expect(accountDraft({ ...wish(), ...smuggled })).toEqual(accountDraft(wish()));
  });

  it.each([
    ['Wang', 'wang'],
    ['  wang  ', 'wang'],
    ['ＷＡＮＧ．７', 'wang.7'],
    ['w-a_n.g', 'w-a_n.g'],
    [`w${'a'.repeat(31)}`, `w${'a'.repeat(31)}`],
  ])('has a login that was typed as “%s”', (login, kept) => {
    expect(accountDraft(wish({ login })).login).toBe(kept);
  });

  it.each([
    '',
    'wa',
    '7wang',
    '-wang',
    'wang@scj',
    'wang li',
    '王某',
    'wang\0',
    `w${'a'.repeat(32)}`,
    'wаng',
  ])('has no login like %j', (login) => {
    expect(() => accountDraft(wish({ login }))).toThrow('login：');
  });

  it.each([
    ['  王某 ', '王某'],
    ['Ｌｉ Ｌｅｉ', 'Li Lei'],
    ['𠮷某', '𠮷某'],
    ['\ue000某', '\ue000某'],
    ['王某·市监局', '王某·市监局'],
    ['王'.repeat(50), '王'.repeat(50)],
  ])('has a name that was written as “%s”', (name, kept) => {
    expect(accountDraft(wish({ name })).name).toBe(kept);
  });

  it.each([
    ['no name', ' \u3000 '],
    ['a name without end', '王'.repeat(51)],
    ['a zero-width space', '王\u200b某'],
    ['a zero-width joiner', '王\u200d某'],
    ['a letter order turned around', '\u202e某王'],
    ['a soft hyphen', '王\u00ad某'],
    ['a variation selector', '王\ufe0f某'],
    ['a Hangul filler', '王\u3164某'],
    ['a line break', '王\n某'],
    ['a zero byte', '王\0某'],
    ['half a character', '王\ud800'],
  ])('has no name with %s', (_what, name) => {
    expect(() => accountDraft(wish({ name }))).toThrow('name：');
  });
});
