import type { ManyDone, QueueRow } from '../api/queue.js';

/** What can be done from the queue. */
export type ActKind =
  | 'acknowledged'
  | 'entrusted'
  | 'noted'
  | 'verifying'
  | 'refuted'
  | 'closed'
  | 'paused'
  | 'resumed'
  | 'reopened';

export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  ...{ acknowledged: '签收', entrusted: '指定经办人', noted: '备注', verifying: '转入核查' },
  ...{ refuted: '排除', closed: '办结', paused: '暂停计时', resumed: '恢复计时' },
  ...{ reopened: '重新打开' },
};

/** One thing to be done, and why. */
export interface Act {
  readonly kind: ActKind;
  readonly because: string;
  /** Who works on it from now on; null is nobody. */
  readonly toPerson?: string | null;
}

/** With which alerts: those that were chosen, or all of a filter. */
export type Target =
  | { readonly rows: readonly Pick<QueueRow, 'id' | 'lastLine'>[] }
  | { readonly filter: string; readonly total: number };

/** As many as the server does at once. */
export const MOST_AT_ONCE = 500;

export const countOf = (target: Target): number =>
  'rows' in target ? target.rows.length : target.total;

/** The body of the question that does it. */
export function bulkBody(act: Act, target: Target): object {
  if ('filter' in target) return { ...act, filter: target.filter, expected: target.total };
  return { ...act, alerts: target.rows.map(({ id, lastLine }) => ({ id, seen: lastLine })) };
}

/** What takes something back, one body each; nothing where no step leads back. */
export function undoOf({ kind }: Act, { done }: ManyDone): readonly object[] {
  const back = BACK[kind];
  if (back === undefined || done.length === 0) return [];
  const because = `撤销刚才的“${ACT_WORDS[kind]}”`;
  const seen = (some: ManyDone['done']) => some.map(({ id, changeId }) => ({ id, seen: changeId }));
  if (back !== 'entrusted') return [{ kind: back, because, alerts: seen(done) }];
  const before = [...new Set(done.map(({ assigneeBefore }) => assigneeBefore))];
  return before.map((toPerson) => ({
    ...{ kind: back, because, toPerson },
    alerts: seen(done.filter(({ assigneeBefore }) => assigneeBefore === toPerson)),
  }));
}

/** The step that leads back; what only adds to the log has none. */
const BACK: Readonly<Partial<Record<ActKind, ActKind>>> = {
  ...{ entrusted: 'entrusted', paused: 'resumed', resumed: 'paused' },
  ...{ refuted: 'reopened', closed: 'reopened' },
};

/** What can be done with all of them. */
export const canAll = (rows: readonly Pick<QueueRow, 'can'>[], kind: ActKind): boolean =>
  rows.length > 0 && rows.every(({ can }) => can.includes(kind));

/** What was done, in a sentence. */
export function doneWords({ kind, toPerson }: Act, { done, failed }: ManyDone): string {
  const count = `${String(done.length)} 件`;
  const what = toPerson === null ? '不再指定经办人' : ACT_WORDS[kind];
  const whom = typeof toPerson === 'string' ? `为 ${toPerson}` : '';
  const rest = failed.length === 0 ? '' : `，${String(failed.length)} 件没有办成`;
  return `已${what}${whom}：${count}${rest}`;
}
