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

const ADMINISTRATION = '系统管理';
const RULES = '规则与词库';

/** Every screen; one line to add one. The menu, the addresses and what is fetched when follow from it. */
export const SCREENS: readonly Screen[] = [
  {
    ...{ path: 'rules', title: '现行规则', group: RULES, needs: 'editions.read' },
    Component: lazy(() => import('./rules/rules-screen.js')),
  },
  {
    ...{ path: 'rules/:id', title: '规则', group: RULES, needs: 'editions.read', isBehind: true },
    Component: lazy(() => import('./rules/rule-screen.js')),
  },
  {
    ...{ path: 'lexicon', title: '现行词库', group: RULES, needs: 'editions.read' },
    Component: lazy(() => import('./rules/lexicon-screen.js')),
  },
  {
    ...{ path: 'try', title: '试一试', group: RULES, needs: 'rules.try' },
    Component: lazy(() => import('./rules/trial/try-screen.js')),
  },
  {
    ...{ path: 'editions', title: '规则版本', group: RULES, needs: 'editions.read' },
    Component: lazy(() => import('./rules/editions/editions-screen.js')),
  },
  {
    ...{ path: 'editions/:id', title: '规则版本', group: RULES, needs: 'editions.read' },
    isBehind: true,
    Component: lazy(() => import('./rules/editions/edition-screen.js')),
  },
  {
    ...{ path: 'draft', title: '起草修改', group: RULES, needs: 'editions.draft' },
    Component: lazy(() => import('./rules/draft/draft-screen.js')),
  },
  {
    ...{ path: 'situation', title: '态势', group: '总览', needs: 'situation.read' },
    Component: lazy(() => import('./situation/situation-screen.js')),
  },
  {
    ...{ path: 'situation/wall', title: '态势大屏', group: '总览', needs: 'situation.read' },
    isBehind: true,
    Component: lazy(() => import('./situation/wall-screen.js')),
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
  {
    ...{ path: 'audit', title: '审计', group: ADMINISTRATION, needs: 'audit.read' },
    Component: lazy(() => import('./audit/audit-screen.js')),
  },
];
