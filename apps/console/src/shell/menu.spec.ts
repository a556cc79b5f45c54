import { describe, expect, it } from '@jest/globals';
import type { Permission } from '../api/permission.js';
import type { Screen } from '../screen.js';
import { SCREENS } from '../screens.js';
import { menuFor, screenAt } from './menu.js';

const Component = () => null;
const screen = (path: string, group: string, needs: Permission, isBehind = false): Screen => ({
  ...{ path, title: path, group, needs, isBehind, Component },
});

const ALERTS = screen('alerts', '工作', 'alerts.read');
const ONE_ALERT = screen('alerts/:id', '工作', 'alerts.read', true);
const ACCOUNTS = screen('accounts', '系统管理', 'accounts.read');
const HOUSE = [ALERTS, ONE_ALERT, ACCOUNTS];

describe('the menu', () => {
  it('shows what the person may open, in groups, and nothing that lies behind', () => {
    expect(menuFor(HOUSE, ['accounts.read', 'alerts.read'])).toEqual([
      { title: '工作', screens: [ALERTS] },
      { title: '系统管理', screens: [ACCOUNTS] },
    ]);
    expect(menuFor(HOUSE, ['accounts.read'])).toEqual([{ title: '系统管理', screens: [ACCOUNTS] }]);
    expect(menuFor(HOUSE, [])).toEqual([]);
  });

  it.each<[string, Permission[], string[]]>([
    [
      'the system administrator',
      ['accounts.read', 'tokens.make', 'sources.read', 'health.read', 'calendar.read'],
      ['账号', '角色与权限', '服务令牌', '数据来源', '运行情况', '工作日历'],
    ],
    [
      'the security administrator',
      ['accounts.read', 'calendar.read'],
      ['账号', '角色与权限', '工作日历'],
    ],
    ['a liaison', ['inbox.read', 'calendar.read'], ['工作日历']],
    ['a reader of bulletins', ['bulletins.read'], []],
  ])('of %s', (_who, permissions, titles) => {
    const shown = menuFor(SCREENS, permissions).flatMap(({ screens }) => screens);
    const administration = shown.filter(({ group }) => group === '系统管理');
    expect(administration.map(({ title }) => title)).toEqual(titles);
  });
});

describe('a path', () => {
  it('finds its screen, with what stands in its places', () => {
    expect(screenAt(HOUSE, ['alerts.read'], 'alerts/7')).toEqual({
      ...{ screen: ONE_ALERT, places: { id: '7' } },
    });
  });

  it('of a screen that is not theirs finds none, as if there were none', () => {
    expect(screenAt(HOUSE, ['accounts.read'], 'alerts')).toBeNull();
    expect(screenAt(HOUSE, ['accounts.read'], 'nowhere')).toBeNull();
  });

  it('is of one screen alone', () => {
    const paths = SCREENS.map(({ path }) => path.replace(/:\w+/g, ':'));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
