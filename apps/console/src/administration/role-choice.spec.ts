import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../testing/accounts.js';
import { groupsOf, hasRegions, rolesFor } from './role-choice.js';

const titles = (isOffice: boolean) => rolesFor(ROLES, isOffice).map(({ title }) => title);

describe('the roles that are offered', () => {
  it('are those of the unit, the reader and the administrators', () => {
    expect(titles(true)).toEqual(['监测员', '核查员', '简报读者', '系统管理员', '审计员']);
    expect(titles(false)).toEqual(['成员单位联络员', '简报读者', '系统管理员', '审计员']);
  });

  it('stand in groups', () => {
    expect(groupsOf(rolesFor(ROLES, true)).map(({ title }) => title)).toEqual([
      ...['金融办', '只看简报', '管理员（只能单独一个）'],
    ]);
  });
});

describe('a part of the city', () => {
  it.each([
    ['a monitor of the office', ['monitor'], true, true],
    ['a liaison', ['liaison'], false, false],
    ['an administrator', ['auditor'], true, false],
    ['nobody yet', [], true, false],
  ])('is a choice for %s: %s %s', (_name, chosen, isOffice, expected) => {
    expect(hasRegions(chosen, ROLES, isOffice)).toBe(expected);
  });
});
