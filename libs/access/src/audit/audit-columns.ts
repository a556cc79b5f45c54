import { chinaTime } from '@risk/kit';
import { ROLE_CODES, roleTitle, type Role } from '../rights/roles.js';
import { AUDIT_OUTCOMES, type AuditLine } from './audit-event.js';
import { auditWords } from './audit-words.js';

type Value = string | number | null;

/** A column of the trail for people. */
interface AuditColumn {
  readonly head: string;
  readonly of: (line: AuditLine) => Value;
}

/** A row that was tampered with may say anything. */
const OUTCOME_NAMES: Readonly<Record<string, string>> = AUDIT_OUTCOMES;

/** What is exported of each line, in this order; one entry to add one. */
const COLUMNS: readonly AuditColumn[] = [
  { head: '编号', of: ({ seq }) => Number(seq) },
  { head: '时间', of: ({ at }) => secondOf(at) },
  { head: '用户', of: ({ who }) => who },
  { head: '账号', of: ({ accountId }) => accountId },
  { head: '角色', of: ({ roles }) => roles.map(titleOf).join('、') },
  { head: '事件', of: (line) => auditWords(line).event },
  { head: '对象', of: (line) => auditWords(line).about || null },
  { head: '来源地址', of: ({ from }) => from },
  { head: '结果', of: ({ outcome }) => OUTCOME_NAMES[outcome] ?? outcome },
  { head: '说明', of: (line) => auditWords(line).told || null },
  { head: '所属开始行', of: ({ refersTo }) => (refersTo === null ? null : Number(refersTo)) },
  // From here on as it was kept: whoever wants to can work the hash out again.
  { head: '角色原文', of: ({ roles }) => roles.join('、') },
  { head: '事件原文', of: ({ action }) => action },
  { head: '对象原文', of: ({ subject }) => subject },
  { head: '结果原文', of: ({ outcome }) => outcome },
  { head: '详情原文', of: ({ detail }) => (detail === null ? null : JSON.stringify(detail)) },
  { head: '毫秒时刻', of: ({ at }) => at.getTime() },
  { head: '算法', of: ({ algorithm }) => algorithm },
  { head: '前一行哈希', of: ({ previous }) => previous },
  { head: '本行哈希', of: ({ hash }) => hash },
];

const titleOf = (role: string): string =>
  (ROLE_CODES as readonly string[]).includes(role) ? roleTitle(role as Role) : role;

/** Wall time in China to the second. */
const secondOf = (at: Date): string =>
  `${chinaTime(at)}:${String(at.getUTCSeconds()).padStart(2, '0')}`;

export const AUDIT_HEADINGS: readonly string[] = COLUMNS.map(({ head }) => head);

/** A line as the cells under the headings. */
export const auditRow = (line: AuditLine): Value[] => COLUMNS.map(({ of }) => of(line));
