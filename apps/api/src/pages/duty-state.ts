import { chinaTime } from '@risk/kit';
import type { DutyLine } from '@risk/store';

/** How a duty stands, in words and in a tone. */
export interface DutyState {
  readonly tone: 'late' | 'done' | 'idle' | 'open';
  readonly word: string;
  /** When, by whom or why. */
  readonly detail: string | null;
}

/** Says whether a duty was done in time, late, or not at all; and what keeps it. */
export function dutyState(duty: DutyLine, now: Date): DutyState {
  const { doneAt, doneBy, voidBecause, pausedAt, dueAt } = duty;
  if (doneAt) {
    const detail = `${chinaTime(doneAt)} ${doneBy ?? ''}`;
    return doneAt > dueAt
      ? { tone: 'late', word: '逾期完成', detail }
      : { tone: 'done', word: '按时完成', detail };
  }
  if (voidBecause !== null) return { tone: 'idle', word: '不再需要', detail: voidBecause };
  if (pausedAt) return { tone: 'idle', word: '暂停计时', detail: `${chinaTime(pausedAt)} 起` };
  return dueAt <= now
    ? { tone: 'late', word: '已逾期', detail: null }
    : { tone: 'open', word: '办理中', detail: null };
}
