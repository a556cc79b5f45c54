import { isHigher, type Tier } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { LeasedNotice, NoticeAlert, NoticeDuty } from './ports.js';

/** Why a notice is not true any more now that its turn has come; null when it still is. */
export function mootBecause(notice: LeasedNotice, now: Date): string | null {
  return BY_KIND[notice.kind](notice, now);
}

type Question = (notice: LeasedNotice, now: Date) => string | null;

/** One line a kind of notice. */
const BY_KIND: Readonly<Record<LeasedNotice['kind'], Question>> = {
  alert: ({ alert }) => (alert ? overtaken(alert) : null),
  reminder: ({ duty }) => (duty ? settled(duty) : '没有待办事项'),
  escalation: ({ duty }, now) => (duty ? (settled(duty) ?? notDue(duty, now)) : '没有待办事项'),
  // What happened stays true; where things stand now is said beside it.
  progress: () => null,
  digest: ({ items }) =>
    items.some(({ alert }) => isOpen(alert)) ? null : '所列预警均已办结或并案',
  flood: () => null,
  // What went out is corrected by another edition, never by silence.
  bulletin: () => null,
};

export const isOpen = ({ status }: { readonly status: string }): boolean => status === 'open';

/** A merged alert still speaks for itself when it stands above the one that it became part of. */
function overtaken({ status, merged, ...alert }: NoticeAlert): string | null {
  if (status === 'closed') return '预警已办结';
  if (merged === null || isHigher(tierOf(alert), merged.tier)) return null;
  return `已并入预警 ${merged.into}`;
}

/** The tier that counts: a person's, else the model's. */
export const tierOf = (alert: { readonly tier: Tier; readonly personTier: Tier | null }): Tier =>
  alert.personTier ?? alert.tier;

function settled({ isDone, voidBecause, isPaused }: NoticeDuty): string | null {
  if (isDone) return '事项已办理';
  if (voidBecause !== null) return `事项已不需办理：${voidBecause}`;
  return isPaused ? '已暂停计时' : null;
}

const notDue = ({ dueAt }: NoticeDuty, now: Date): string | null =>
  dueAt > now ? `时限已改为 ${chinaTime(dueAt)}，尚未到期` : null;
