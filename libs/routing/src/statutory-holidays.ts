import chineseDays from 'chinese-days';
import { days } from '@risk/kit';

/**
 * The statutory holidays themselves, for years whose arrangement (调休) is not published yet.
 * Source: 《全国年节及纪念日放假办法》第二条 (State Council order 795, in force 2025-01-01).
 */
const SOLAR: ReadonlyMap<string, string> = new Map([
  ['1/1', '元旦'],
  ...['5/1', '5/2'].map((day) => [day, '劳动节'] as const),
  ...['10/1', '10/2', '10/3'].map((day) => [day, '国庆节'] as const),
]);
const SPRING = '春节';
const LUNAR: ReadonlyMap<string, string> = new Map([
  ...['1/1', '1/2', '1/3'].map((day) => [day, SPRING] as const),
  ['5/5', '端午节'],
  ['8/15', '中秋节'],
]);

/**
 * Month/day of the lunar calendar, empty in a leap month, which has no holidays. Node's own Chinese
 * calendar is not used: it sets the first day of 2027 a day late (the new moon falls at 23:56).
 */
function lunarDay(day: string): string {
  const { lunarMon, lunarDay: date, isLeap } = chineseDays.getLunarDate(day);
  return isLeap ? '' : `${lunarMon}/${date}`;
}

/** Qingming falls on 4 or 5 April; this formula holds for 2000 to 2099. */
function qingming(year: number): string {
  const short = year % 100;
  return `4/${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`;
}

/** The statutory holiday that a calendar day (yyyy-mm-dd) is by the law itself, without 调休; null when none. */
export function statutoryHoliday(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  const solar = `${at.getUTCMonth() + 1}/${at.getUTCDate()}`;
  const bySun = SOLAR.get(solar);
  if (bySun !== undefined) return bySun;
  if (solar === qingming(at.getUTCFullYear())) return '清明节';
  const tomorrow = new Date(at.getTime() + days(1)).toISOString().slice(0, 10);
  return LUNAR.get(lunarDay(day)) ?? (lunarDay(tomorrow) === '1/1' ? SPRING : null);
}
