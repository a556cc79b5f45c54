import type { ErrorKind } from '@risk/kit';
import { AUDIT_ACTIONS } from './audit-actions.js';
import { deedTitle } from './audit-deeds.js';
import { filterWords } from './audit-filters.js';
import type { AuditDetail, AuditLine } from './audit-event.js';
import { toldByDoor } from './door-deeds.js';

/** A line as people read it; the line itself stays what it was, hash and all. */
export interface AuditWords {
  /** What was done: 签收预警. */
  readonly event: string;
  /** To what: 预警 12; '' to nothing by itself. */
  readonly about: string;
  /** What belongs to it besides: conditions, rows, why it was refused. */
  readonly told: string;
}

/** The kinds of things that lines are about, by the words that stand in their subjects. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ alert: '预警', alerts: '预警', 'alert-views': '视图', entity: '主体', entities: '主体' },
  ...{ record: '记录', records: '记录', 'dead-letters': '死信', imports: '导入', tip: '公众举报' },
  ...{
    account: '账号',
    accounts: '账号',
    tokens: '服务令牌',
    unit: '单位',
    vault: '查看申请',
  },
  ...{ bulletin: '简报', meeting: '会议', task: '会议任务', notice: '通知', letter: '文书' },
  ...{ handover: '移送', verification: '核查', attachment: '附件', silences: '静默' },
  ...{ floods: '暂停发送', editions: '规则版本', edition: '规则版本', rules: '规则' },
  ...{ lexicon: '词语', codes: '规则或词语' },
};

const REASONS: Readonly<Record<ErrorKind | 'error' | 'cut', string>> = {
  invalid: '填写的内容不符合要求',
  unreadable: '提交的内容读不懂',
  'not-found': '没有找到，或不在可见范围内',
  conflict: '与现有的情况冲突',
  forbidden: '没有权限',
  unavailable: '当时不可用',
  unauthenticated: '身份没有得到核实',
  throttled: '过于频繁',
  error: '内部错误',
  cut: '没有传完',
};

/** What each part of a detail says, in this order; '' says nothing. A door is told by its event. */
const PARTS: Readonly<Record<string, (value: string) => string>> = {
  door: () => '',
  deed: () => '',
  because: (kind) => `原因：${(REASONS as Readonly<Record<string, string>>)[kind] ?? kind}`,
  asked: (told) => `条件：${filterWords(told)}`,
  format: (format) => `格式：${format}`,
  from: (day) => `自：${day}`,
  to: (day) => `至：${day}`,
  rows: (rows) => `${rows} 行`,
};

/** What a line says, in Chinese; a line of an older house says as much as it can. */
export const auditWords = (line: AuditLine): AuditWords => ({
  event: eventOf(line),
  about: subjectWords(line.subject),
  told: toldOf(line),
});

function eventOf({ action, detail }: AuditLine): string {
  const known = deedTitle(action, detail?.['deed']);
  if (known !== null) return known;
  const door = detail?.['door'];
  const told = typeof door === 'string' ? toldByDoor(door, action) : null;
  return told ? (deedTitle(told.action, told.deed) ?? titleOf(told.action)) : titleOf(action);
}

/** An action of another version keeps its code. */
const titleOf = (action: string): string =>
  (AUDIT_ACTIONS as Readonly<Record<string, string>>)[action] ?? action;

/** `alert:12` as 预警 12. */
function subjectWords(subject: string | null): string {
  if (subject === null) return '';
  const at = subject.indexOf(':');
  const kind = subject.slice(0, at);
  return at < 0 ? subject : `${KINDS[kind] ?? kind} ${subject.slice(at + 1)}`;
}

/** All that stands in subjects for a thing as people call it, 预警 12; what is written as it is kept stays. */
export function subjectsCalled(words: string): readonly string[] {
  const found = Object.entries(KINDS).flatMap(([kind, title]) => {
    const id = words.startsWith(title) ? words.slice(title.length).trim() : '';
    return /^[\w:.-]+$/.test(id) ? [`${kind}:${id}`] : [];
  });
  return found.length === 0 ? [words] : found;
}

function toldOf({ detail, refersTo }: AuditLine): string {
  const parts = partsOf(detail ?? {});
  return [...parts, refersTo === null ? '' : `接第 ${refersTo} 行`]
    .filter((part) => part !== '')
    .join('；');
}

const partsOf = (detail: AuditDetail): string[] =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([name, value]) => PARTS[name]?.(String(value)) ?? `${name}：${String(value)}`);

const NAMES = Object.keys(PARTS);
const placeOf = (name: string): number =>
  NAMES.includes(name) ? NAMES.indexOf(name) : NAMES.length;

/** Whether a kind of thing has a name. */
export const isNamedKind = (kind: string): boolean => Object.hasOwn(KINDS, kind);
