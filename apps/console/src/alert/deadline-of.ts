import type { Duty } from '../api/alert.js';

/** How something owed stands, in a tone and a word. */
export interface DutyState {
  readonly tone: 'bad' | 'good' | 'off' | 'waiting';
  readonly word: string;
}

/** Done in time, done late, not needed, paused, late, or under way. */
export function dutyState(duty: Duty, now: string): DutyState {
  const { doneAt, dueAt, voidBecause, pausedAt } = duty;
  if (doneAt !== null)
    return doneAt > dueAt ? { tone: 'bad', word: '逾期完成' } : { tone: 'good', word: '按时完成' };
  if (voidBecause !== null) return { tone: 'off', word: '不再需要' };
  if (pausedAt !== null) return { tone: 'off', word: '暂停计时' };
  return dueAt <= now ? { tone: 'bad', word: '已逾期' } : { tone: 'waiting', word: '办理中' };
}

/** Neither done nor given up. */
export const isStanding = ({ doneAt, voidBecause }: Duty): boolean =>
  doneAt === null && voidBecause === null;
