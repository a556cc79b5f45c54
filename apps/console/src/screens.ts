import { lazy, type ComponentType } from 'react';
import type { Permission } from './api/permission.js';

/** What every screen is handed. */
export interface ScreenProps {
  /** What stands in the places of its path: `id` of `alerts/:id`. */
  readonly places: Readonly<Record<string, string>>;
}

/** A screen of the workbench. */
export interface Screen {
  /** Below /workbench; a part such as `:id` is a place. */
  readonly path: string;
  readonly title: string;
  /** The heading of the menu under which it stands; headings come in the order of this table. */
  readonly group: string;
  readonly needs: Permission;
  /** Reached from another screen, not from the menu. */
  readonly isBehind?: boolean;
  /** Fetched when it is first opened; its file exports it as default. */
  readonly Component: ComponentType<ScreenProps>;
}

const CLUES = '线索';
const ADMINISTRATION = '系统管理';

/** Every screen; one line to add one. The menu, the addresses and what is fetched when follow from it. */
export const SCREENS: readonly Screen[] = [
  {
    ...{ path: 'tips', title: '公众举报', group: CLUES, needs: 'tips.read' },
    Component: lazy(() => import('./tips/tips-screen.js')),
  },
  {
    ...{ path: 'tips/:id', title: '公众举报', group: CLUES, needs: 'tips.read', isBehind: true },
    Component: lazy(() => import('./tips/tip-screen.js')),
  },
  {
    ...{ path: 'accounts', title: '账号', group: ADMINISTRATION, needs: 'accounts.read' },
    Component: lazy(() => import('./administration/accounts-screen.js')),
  },
  {
    ...{ path: 'roles', title: '角色与权限', group: ADMINISTRATION, needs: 'accounts.read' },
    Component: lazy(() => import('./administration/roles-screen.js')),
  },
  {
    ...{ path: 'tokens', title: '服务令牌', group: ADMINISTRATION, needs: 'tokens.make' },
    Component: lazy(() => import('./administration/tokens-screen.js')),
  },
];
