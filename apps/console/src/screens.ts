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

const INTAKE = '线索与数据';
const ADMINISTRATION = '系统管理';

/** Every screen; one line to add one. The menu, the addresses and what is fetched when follow from it. */
export const SCREENS: readonly Screen[] = [
  {
    ...{ path: 'entry', title: '线索录入', group: INTAKE, needs: 'records.enter' },
    Component: lazy(() => import('./intake/entry-screen.js')),
  },
  {
    ...{ path: 'import', title: '文件导入', group: INTAKE, needs: 'imports.run' },
    Component: lazy(() => import('./intake/import-screen.js')),
  },
  {
    ...{ path: 'sources', title: '数据来源', group: INTAKE, needs: 'dead-letters.read' },
    Component: lazy(() => import('./sources/sources-screen.js')),
  },
  {
    ...{ path: 'dead-letters', title: '死信', group: INTAKE, needs: 'dead-letters.read' },
    Component: lazy(() => import('./sources/dead-letters-screen.js')),
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
