import { PERMISSIONS, type Permission } from '../rights/permissions.js';

/** What people do about their own login. */
const AT_THE_DOOR = {
  'session.open': '登录（口令）',
  'session.demonstration': '演示登录',
  'session.second-factor': '登录（动态口令）',
  'session.password': '更换口令',
  'session.enrol': '绑定动态口令',
  'session.setup': '建立首位系统管理员',
  'session.identity': '登录（政务身份）',
  'session.bind': '绑定政务身份',
  'session.unbind': '解除政务身份绑定',
  'session.end': '退出登录',
} as const;

/** The code of a step of somebody's own login. */
export type SignInAction = keyof typeof AT_THE_DOOR;

/** Looking at what only they see who may do something about it: looking is not doing. */
const LOOKING = {
  'tokens.read': '查看服务令牌',
  'holds.read': '查看静默、放行',
  'entries.read': '打开线索录入',
  'imports.read': '查看本人的文件导入',
  'licences.read': '查看持牌机构登记',
} as const;

/** What is done at doors that stand open to whoever may look. */
const BESIDES = {
  'lists.save': '导出清单',
  'files.save': '下载文件',
  'views.keep': '保存、修改视图',
  'inbox.mark': '标记消息已读',
  'papers.make': '生成会议材料',
  'audit.verify': '核验审计账',
  'audit.export': '用命令行导出审计记录',
  'access.rescue': '用命令行取得救援验证码',
} as const;

const ACTIONS = {
  ...AT_THE_DOOR,
  ...PERMISSIONS,
  ...LOOKING,
  ...BESIDES,
  // What may be exported is said by the export.
  'audit.read': '查看审计记录',
} as const;

/** All that can stand as the action of a line. */
export type AuditAction = keyof typeof ACTIONS;

/** What each is called. */
export const AUDIT_ACTIONS: Readonly<Record<AuditAction, string>> = ACTIONS;

/** As what a look is written down where a deed's permission opens the door. */
const LOOKS: Readonly<Partial<Record<Permission, AuditAction>>> = {
  'tokens.make': 'tokens.read',
  'alerts.hold': 'holds.read',
  'records.enter': 'entries.read',
  'imports.run': 'imports.read',
  'licences.import': 'licences.read',
  'meetings.hold': 'meetings.read',
  'bulletins.review': 'bulletins.read',
};

/** As what it is written down that somebody looked. */
export const lookOf = (permission: Permission): AuditAction => LOOKS[permission] ?? permission;

/** Whether an action is but a look, or takes a copy of what was looked at along. */
export const isLook = (action: string): boolean =>
  action.endsWith('.read') || ['vault.review', 'lists.save', 'files.save'].includes(action);
