import { chinaDay } from '@risk/kit';
import { excerpt, foldWidth, isMissing, unfit, isUnfit, type Reading } from './reading.js';

/** Years outside are typing errors; PostgreSQL would refuse the worst of them (22008). */
export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2200;

/** Days that mean "no date" or "no end" in the sending systems. */
const SENTINEL_DAYS: ReadonlySet<string> = new Set([
  '9999-12-31', '9999-09-09', '2099-12-31', '1900-01-01', '1899-12-31', '1899-12-30', '0000-00-00', '0001-01-01',
]); // prettier-ignore

/** The parts of a written moment; offset in minutes, null when the text names none. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly ms: number;
  readonly offset: number | null;
}

const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?(?:[T\s]*(\d{1,2})[:时](\d{1,2})分?(?::?(\d{1,2})(?:[.,](\d{1,9}))?秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?(?:\s*(\d{2})(\d{2})(\d{2})?)?$/;
const EPOCH_MS = /^-?\d{12,13}$/;
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;
const CHINA_OFFSET = 480;

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^z$/i.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}

const milliseconds = (fraction: string | undefined): number =>
  fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000);

/** Reads dates in the styles offices use: 2020-06-18, 2017/8/4, 2017年8月4日, 20200618, 201306, epoch milliseconds. */
function parseMoment(text: string): Moment | null {
  const parts = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (!parts) return EPOCH_MS.test(text) ? fromEpoch(Number(text)) : null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction, zone] = parts;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const ms =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000 + milliseconds(fraction);
  return {
    year: Number(year),
    month: Number(month),
    day: day === undefined ? 1 : Number(day),
    ms,
    offset: offsetOf(zone),
  };
}

function fromEpoch(ms: number): Moment {
  const at = new Date(ms + CHINA_OFFSET * 60_000);
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    ms: at.getTime() - midnight,
    offset: CHINA_OFFSET,
  };
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const dayText = (m: Moment): string => `${pad(m.year, 4)}-${pad(m.month)}-${pad(m.day)}`;

function isCalendarDay({ year, month, day }: Moment): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function toMoment(value: unknown): Reading<Moment> {
  if (isMissing(value)) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return unfit('应为日期');
  const moment = parseMoment(foldWidth(String(value)));
  if (!moment) return unfit(`不是日期：“${excerpt(value)}”`);
  if (SENTINEL_DAYS.has(dayText(moment)) || moment.year === 0) return undefined;
  if (moment.year < EARLIEST_YEAR || moment.year > LATEST_YEAR)
    return unfit(`年份 ${moment.year} 超出 ${EARLIEST_YEAR} 至 ${LATEST_YEAR}`);
  if (!isCalendarDay(moment)) return unfit(`不是日历上有的日子：“${excerpt(value)}”`);
  return moment;
}

const toDate = (m: Moment, offset: number): Date =>
  new Date(Date.UTC(m.year, m.month - 1, m.day) + m.ms - offset * 60_000);

/** A calendar day in China as yyyy-mm-dd; a month without day becomes its first day. */
export function readDay(value: unknown): Reading<string> {
  const moment = toMoment(value);
  if (moment === undefined || isUnfit(moment)) return moment;
  if (moment.offset === null) return dayText(moment);
  return PLAIN_DAY.test(String(value)) ? String(value) : chinaDay(toDate(moment, moment.offset));
}

/** A moment whose text names its offset, as the contract asks (ISO 8601). */
export function readInstant(value: unknown): Reading<Date> {
  const moment = toMoment(value);
  if (moment === undefined || isUnfit(moment)) return moment;
  if (moment.offset === null)
    return unfit(`缺少时区，应写成如 2026-11-22T09:30:00+08:00：“${excerpt(value)}”`);
  return toDate(moment, moment.offset);
}

/** A moment of a table that is kept in China's wall time, as ISO 8601 with offset. */
export function readWallTime(value: unknown): Reading<string> {
  const moment = toMoment(value);
  if (moment === undefined || isUnfit(moment)) return moment;
  return toDate(moment, moment.offset ?? CHINA_OFFSET).toISOString();
}
