import type { AgendaKind } from '../api/meetings.js';

const KINDS: Readonly<Record<AgendaKind, string>> = {
  ...{ red: '红色预警', dispute: '管辖争议', overdue: '逾期未办', receipt: '移送未回执' },
};
export const agendaKind = (kind: AgendaKind): string => KINDS[kind];

/** How many items of each kind there are, in words: 红色预警 3，逾期未办 12. */
export function agendaSum(items: readonly { readonly kind: AgendaKind }[]): string {
  const kinds = Object.keys(KINDS) as AgendaKind[];
  const counted = kinds.map(
    (kind) => [kind, items.filter((item) => item.kind === kind).length] as const,
  );
  const told = counted.filter(([, count]) => count > 0);
  return told.length === 0
    ? '没有议题'
    : told.map(([kind, count]) => `${KINDS[kind]} ${String(count)}`).join('，');
}
