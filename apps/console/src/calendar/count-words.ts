import type { Count, CountedDay } from '../api/calendar.js';
import { chinaTime } from '../shown/china-time.js';
import { whyDay } from './calendar-words.js';

export const WHAT_WORDS: Readonly<Record<Count['what'], string>> = {
  ...{ acknowledge: '签收', answer: '核查答复', asked: '到期' },
};

const clockOf = (moment: number): string => chinaTime(new Date(moment).toISOString()).slice(11);

/** What was counted on a day, or why nothing was. */
export function partWords(day: CountedDay): string {
  if (day.part === 'begins') return `起算当天不计入（${whyDay(day)}）`;
  if (day.part === 'skipped') return day.works ? '不计：起算时已经下班' : `不计：${whyDay(day)}`;
  if (day.number !== null) return `第 ${String(day.number)} 个工作日`;
  const spans = day.spans.map(({ opens, closes }) => `${clockOf(opens)}–${clockOf(closes)}`);
  return `${spans.join('、')}，计 ${minutesWords(minutesOn(day))}`;
}

export const minutesOn = ({ spans }: Pick<CountedDay, 'spans'>): number =>
  spans.reduce((sum, { opens, closes }) => sum + closes - opens, 0) / 60_000;

/** 150 is 2 小时 30 分. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${String(rest)} 分`;
  return rest === 0 ? `${String(hours)} 小时` : `${String(hours)} 小时 ${String(rest)} 分`;
}

/** What was counted in all, and what was not, in one sentence. */
export function sumWords({ days, countsDays }: Count): string {
  const shut = days.filter(({ part, works }) => part === 'skipped' && !works).length;
  const skipped = shut === 0 ? '中间没有休息日' : `跳过 ${String(shut)} 个休息日`;
  if (countsDays) {
    const counted = days.filter(({ part }) => part === 'counted').length;
    return `从次日起计 ${String(counted)} 个工作日，${skipped}，到最后一日下班为止。`;
  }
  const minutes = days.reduce((sum, day) => sum + minutesOn(day), 0);
  return `只在上班时段内计时，共 ${minutesWords(minutes)}，${skipped}。`;
}
