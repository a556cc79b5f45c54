import type { AuditActions, AuditLine, AuditOutcome } from '../api/audit.js';
import type { Standing } from '../shown/standing.js';

export const OUTCOMES: readonly AuditOutcome[] = ['begun', 'done', 'refused', 'failed'];

export const OUTCOME_WORDS: Readonly<Record<AuditOutcome, string>> = {
  ...{ begun: '开始', done: '成功', refused: '拒绝', failed: '失败' },
};

export const OUTCOME_STANDINGS: Readonly<Record<AuditOutcome, Standing>> = {
  ...{ begun: 'plain', done: 'good', refused: 'bad', failed: 'bad' },
};

/** What an action is called; one of an older version keeps its code. */
export const actionWords = (actions: AuditActions | null, code: string): string =>
  actions?.[code] ?? code;

/** The kinds of things that stand in a subject. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ alert: '预警', entity: '主体', record: '记录', account: '账号', accounts: '账号' },
  ...{ unit: '单位', bulletin: '简报', meeting: '会议', notice: '通知', handover: '移送' },
  ...{ verification: '核查', attachment: '附件', tokens: '令牌', edition: '规则版本' },
};

/** `alert:12` as 预警 12. */
export function subjectWords(subject: string | null): string {
  if (subject === null) return '';
  const at = subject.indexOf(':');
  if (at < 0) return subject;
  const kind = subject.slice(0, at);
  return `${KINDS[kind] ?? kind} ${subject.slice(at + 1)}`;
}

/** What belongs to a line besides, in one line of text. */
export const detailWords = ({ detail, refersTo }: AuditLine): string =>
  [
    ...Object.entries(detail ?? {}).map(([name, value]) => `${name}=${String(value)}`),
    ...(refersTo === null ? [] : [`对应开始行 ${refersTo}`]),
  ].join('，');
