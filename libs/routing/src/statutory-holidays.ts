import chineseDays from 'chinese-days';
import { days } from '@risk/kit';

/**
 * The statutory holidays themselves, for years whose arrangement (调休) is not published yet.
 * Source: 《全国年节及纪念日放假办法》第二条 (State Council order 795, in force 2025-01-01).
 */
const SOLAR = new Set(['1/1', '5/1', '5/2', '10/1', '10/2', '10/3']);
const LUNAR = new Set(['1/1', '1/2', '1/3', '5/5', '8/15']);

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

/** Whether a calendar day (yyyy-mm-dd) is a statutory holiday by the law itself, without 调休. */
export function isStatutoryHoliday(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  const solar = `${at.getUTCMonth() + 1}/${at.getUTCDate()}`;
  if (SOLAR.has(solar) || solar === qingming(at.getUTCFullYear())) return true;
  const tomorrow = new Date(at.getTime() + days(1)).toISOString().slice(0, 10);
  return LUNAR.has(lunarDay(day)) || lunarDay(tomorrow) === '1/1';
}
