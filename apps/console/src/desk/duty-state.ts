import type { DutyLine } from '../api/inbox.js';
import { chinaTime } from '../shown/china-time.js';
import type { Standing } from '../shown/standing.js';
import { leftWords } from '../shown/time-left.js';

/** How a duty stands, in words. */
export interface DutyState {
  readonly word: string;
  readonly standing: Standing;
  /** When, by whom, or why. */
  readonly detail: string | null;
}

type Duty = Pick<DutyLine, 'doneAt' | 'doneBy' | 'voidBecause' | 'pausedAt' | 'dueAt'>;

/** Says whether a duty was done in time, late, or not at all, and what is left. */
export function dutyStateAt(
  { doneAt, doneBy, voidBecause, pausedAt, dueAt }: Duty,
  now: string,
): DutyState {
  if (doneAt !== null) {
    const isLate = doneAt > dueAt;
    const detail = `${chinaTime(doneAt)} ${doneBy ?? ''}`.trim();
    return {
      word: isLate ? '逾期办结' : '按时办结',
      standing: isLate ? 'waiting' : 'good',
      detail,
    };
  }
  if (voidBecause !== null) return { word: '不再需要', standing: 'off', detail: voidBecause };
  if (pausedAt !== null)
    return { word: '暂停计时', standing: 'off', detail: `${chinaTime(pausedAt)} 起` };
  const isLate = dueAt <= now;
  return { word: leftWords(dueAt, now), standing: isLate ? 'bad' : 'waiting', detail: null };
}
