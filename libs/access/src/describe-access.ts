import { pathsOf, shown, type DescribedDoor, type ShownForm } from '@risk/kit';
import {
  accountSchema,
  codeSchema,
  passwordSchema,
  rightsSchema,
  signInSchema,
} from './accounts/requests.js';
import { tokenSchema } from './tokens/requests.js';

type JsonDocument = Readonly<Record<string, unknown>>;

/** The doors of access in the document of all doors. */
export interface AccessDocuments {
  readonly paths: JsonDocument;
  readonly schemas: Readonly<Record<string, ShownForm>>;
}

const RIGHTS = { unit: 'jrb', roles: ['monitor' as const], regions: null };

const SCHEMAS = {
  signIn: shown(signInSchema, { login: 'zhangmou', password: '（您的口令）' }),
  oneTimeCode: shown(codeSchema, { code: '（验证器上的六位数字）' }),
  passwordChange: shown(passwordSchema, { current: '（现在的口令）', next: '（新口令）' }),
  newAccount: shown(accountSchema, {
    ...{ login: 'limou', name: '李某', ...RIGHTS, validUntil: '2027-12-31' },
  }),
  accountRights: shown(rightsSchema, RIGHTS),
  newToken: shown(tokenSchema, {
    ...{ name: '12345 政务服务热线', feeds: ['complaint'], endsAt: '2027-11-30T23:59:59+08:00' },
  }),
} as const;

/** One line to describe a door. */
const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/session': { does: '当前登录的人、角色、权限和可见范围' },
  'post /api/session': {
    does: '登录；会话在 cookie 里，stage 说明还差什么（second-factor、new-password、enrol、in）',
    takes: 'signIn',
    open: true,
  },
  'post /api/session/second-factor': {
    does: '动态口令或恢复码，各只用一次',
    takes: 'oneTimeCode',
    open: true,
  },
  'post /api/session/password': {
    does: '更换自己的口令；其他登录随之结束',
    takes: 'passwordChange',
  },
  'delete /api/session': { does: '退出登录' },
  'get /api/roles': { does: '角色和各自的权限' },
  'get /api/places': { does: '单位和区域的代码、名称，供建立账号时选' },
  'get /api/accounts': {
    does: '账号，分页；通常待批准的在前',
    asks: ['limit', 'after', 'sort', 'words', 'state', 'waiting'],
  },
  'get /api/accounts/export': {
    does: '同一条件的账号清单，XLSX',
    asks: ['sort', 'words', 'state', 'waiting'],
  },
  'post /api/accounts': {
    does: '建立账号，待安全管理员批准；初始口令只显示这一次',
    takes: 'newAccount',
    created: true,
  },
  'get /api/accounts/{id}': { does: '一个账号和它的登录' },
  'post /api/accounts/{id}/rights': {
    does: '提出另外的授权，批准之前原授权有效',
    takes: 'accountRights',
  },
  'post /api/accounts/{id}/approval': {
    does: '批准账号或授权，写明看到的是什么；不能批准自己的和自己建立、提出的',
    takes: 'accountRights',
  },
  'post /api/accounts/{id}/rejection': { does: '不批准' },
  'post /api/accounts/{id}/disabling': { does: '停用账号，登录随之结束' },
  'post /api/accounts/{id}/revival': { does: '恢复停用的账号，须重新批准' },
  'post /api/accounts/{id}/password': {
    does: '重设初始口令，只显示这一次；没有绑定动态口令的先提请安全管理员同意（password 为 null），同意后 24 小时内再办',
  },
  'post /api/accounts/{id}/password-approval': {
    does: '同意重设口令；不能同意自己的申请，也不能同意重设自己的口令',
  },
  'post /api/accounts/{id}/factor-reset': { does: '解除第二因素；口令不变' },
  'post /api/accounts/{id}/identity-reset': { does: '解除政务身份的绑定' },
  'post /api/accounts/{id}/sessions/end': { does: '结束一个账号的全部登录' },
  'post /api/sessions/end': { does: '结束所有人的登录' },
  'get /api/tokens': { does: '服务令牌（不含令牌本身），分页', asks: ['limit', 'after', 'sort'] },
  'get /api/tokens/export': { does: '服务令牌清单，XLSX', asks: ['sort'] },
  'post /api/tokens': { does: '发放服务令牌，只显示这一次', takes: 'newToken', created: true },
  'post /api/tokens/{id}/revocation': { does: '收回服务令牌' },
  'get /api/audit': {
    does: '审计记录，最近的在前',
    asks: ['limit', 'after', 'sort', 'who', 'action', 'subject', 'outcome', 'fromDay', 'toDay'],
  },
  'get /api/audit/actions': { does: '审计记录里的事件类型和名称' },
  'post /api/audit/verification': { does: '开始核验整条审计账，与检查点核对；同时只有一次' },
  'get /api/audit/verification': { does: '最近一次核验进行到哪里，结果如何' },
  'get /api/audit/export': {
    does: '导出审计记录（xlsx 或 jsonl）',
    asks: ['from', 'to', 'format'],
  },
};

/** Describes the doors of access from the schemas that they really use. */
export const describeAccess = (): AccessDocuments => ({ paths: pathsOf(DOORS), schemas: SCHEMAS });
