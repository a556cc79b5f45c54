import { lazy } from 'react';
import type { Screen } from './screen.js';

const WORK = '工作';
const DESKS = '协同处置';
const BULLETINS = '快报';
const INTAKE = '线索与数据';
const RULES = '规则与词库';
const ADMINISTRATION = '系统管理';

/** Every screen; one line to add one. The menu, the addresses and what is fetched when follow from it. */
export const SCREENS: readonly Screen[] = [
  {
    ...{ path: 'queue', title: '工作台', group: WORK, needs: 'alerts.read' },
    Component: lazy(() => import('./queue/queue-screen.js')),
  },
  {
    ...{ path: 'situation', title: '态势', group: WORK, needs: 'situation.read' },
    Component: lazy(() => import('./situation/situation-screen.js')),
  },
  {
    ...{ path: 'situation/wall', title: '态势大屏', group: WORK, needs: 'situation.read' },
    isBehind: true,
    Component: lazy(() => import('./situation/wall-screen.js')),
  },
  {
    ...{ path: 'alerts/:id', title: '预警', group: WORK, needs: 'alerts.read', isBehind: true },
    Component: lazy(() => import('./alert/alert-screen.js')),
  },
  {
    ...{ path: 'entities', title: '主体', group: WORK, needs: 'entities.read' },
    Component: lazy(() => import('./entities/entities-screen.js')),
  },
  {
    ...{ path: 'entities/:id', title: '主体', group: WORK, needs: 'entities.read', isBehind: true },
    Component: lazy(() => import('./entities/entity-screen.js')),
  },
  {
    ...{ path: 'entry', title: '线索录入', group: INTAKE, needs: 'records.enter' },
    Component: lazy(() => import('./intake/entry-screen.js')),
  },
  {
    ...{ path: 'import', title: '文件导入', group: INTAKE, needs: 'imports.run' },
    Component: lazy(() => import('./intake/import-screen.js')),
  },
  {
    ...{ path: 'licensed', title: '名单导入', group: INTAKE, needs: 'licences.import' },
    Component: lazy(() => import('./licensed/licensed-screen.js')),
  },
  {
    ...{ path: 'dead-letters', title: '死信', group: INTAKE, needs: 'dead-letters.read' },
    Component: lazy(() => import('./sources/dead-letters-screen.js')),
  },
  {
    ...{ path: 'tips', title: '公众举报', group: INTAKE, needs: 'tips.read' },
    Component: lazy(() => import('./tips/tips-screen.js')),
  },
  {
    ...{ path: 'tips/:id', title: '公众举报', group: INTAKE, needs: 'tips.read', isBehind: true },
    Component: lazy(() => import('./tips/tip-screen.js')),
  },
  {
    ...{ path: 'vault', title: '举报人信息', group: INTAKE, needs: 'vault.read' },
    Component: lazy(() => import('./vault/vault-screen.js')),
  },
  {
    ...{ path: 'inbox', title: '单位收件箱', group: DESKS, needs: 'inbox.read' },
    Component: lazy(() => import('./inbox/inbox-screen.js')),
  },
  {
    ...{ path: 'inbox/:unit/:id', title: '收件箱消息', group: DESKS, needs: 'inbox.read' },
    isBehind: true,
    Component: lazy(() => import('./inbox/message-screen.js')),
  },
  {
    ...{ path: 'meetings', title: '联席会议', group: DESKS, needs: 'meetings.read' },
    Component: lazy(() => import('./meetings/meetings-screen.js')),
  },
  {
    ...{ path: 'meetings/:id', title: '联席会议', group: DESKS, needs: 'meetings.read' },
    isBehind: true,
    Component: lazy(() => import('./meetings/meeting-screen.js')),
  },
  {
    ...{ path: 'ledger', title: '履职台账', group: DESKS, needs: 'units.read' },
    Component: lazy(() => import('./meetings/ledger-screen.js')),
  },
  {
    ...{ path: 'notices', title: '通知去向', group: DESKS, needs: 'notices.read' },
    Component: lazy(() => import('./notices/notices-screen.js')),
  },
  {
    ...{ path: 'silences', title: '静默与放行', group: DESKS, needs: 'alerts.hold' },
    Component: lazy(() => import('./notices/silences-screen.js')),
  },
  {
    ...{ path: 'bulletins', title: '快报', group: BULLETINS, needs: 'bulletins.read' },
    Component: lazy(() => import('./bulletins/bulletins-screen.js')),
  },
  {
    ...{ path: 'bulletins/:id', title: '快报', group: BULLETINS, needs: 'bulletins.read' },
    isBehind: true,
    Component: lazy(() => import('./bulletins/bulletin-screen.js')),
  },
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
    ...{ path: 'sources', title: '数据来源', group: ADMINISTRATION, needs: 'sources.read' },
    Component: lazy(() => import('./sources/sources-screen.js')),
  },
  {
    ...{ path: 'health', title: '运行情况', group: ADMINISTRATION, needs: 'health.read' },
    Component: lazy(() => import('./health/health-screen.js')),
  },
  {
    ...{ path: 'calendar', title: '工作日历', group: ADMINISTRATION, needs: 'calendar.read' },
    Component: lazy(() => import('./calendar/calendar-screen.js')),
  },
  {
    ...{ path: 'audit', title: '审计', group: ADMINISTRATION, needs: 'audit.read' },
    Component: lazy(() => import('./audit/audit-screen.js')),
  },
];
