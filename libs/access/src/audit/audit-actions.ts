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

/** All that can stand as the action of a line, with what it is called: deeds by what is needed for them. */
export const AUDIT_ACTIONS: Readonly<
  Record<SignInAction | Permission | 'audit.export' | 'access.rescue', string>
> = {
  ...AT_THE_DOOR,
  ...PERMISSIONS,
  'audit.export': '用命令行导出审计记录',
  'access.rescue': '用命令行取得救援验证码',
};
