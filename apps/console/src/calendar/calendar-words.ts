import type { CalendarDay, CalendarYear, DayKind, OfficeHours } from '../api/calendar.js';

/** What stands below the number of a day: a word, so that colour is never the only sign. */
export const DAY_MARKS: Readonly<Record<DayKind, string>> = {
  ...{ workday: '', weekend: '周末', holiday: '休', shifted: '班' },
  ...{ 'own-holiday': '补休', 'own-workday': '补班' },
};

/** Why a day is worked or not. */
export function whyDay({ kind, name }: Pick<CalendarDay, 'kind' | 'name'>): string {
  const holiday = name === null ? '' : `（${name}）`;
  switch (kind) {
    case 'workday':
      return '工作日';
    case 'weekend':
      return '周末';
    case 'holiday':
      return `${name ?? '节假日'}放假`;
    case 'shifted':
      return `${name ?? '节假日'}调休上班`;
    case 'own-holiday':
      return `本地补录：放假${holiday}`;
    case 'own-workday':
      return `本地补录：上班${holiday}`;
  }
}

/** Where the days off of a year come from. */
export function sourceWords({ year, arrangement }: CalendarYear): string {
  const named = `${String(year)} 年`;
  switch (arrangement) {
    case 'published':
      return `${named}的放假调休安排已经公布，取自程序所带的节假日安排（国务院办公厅每年的通知）。`;
    case 'own':
      return `程序所带的节假日安排还没有 ${named}的安排；已由系统管理员补录，其余按《全国年节及纪念日放假办法》第二条。`;
    case 'law':
      return `${named}的放假调休安排尚未录入：只按《全国年节及纪念日放假办法》第二条推算，不猜调休。落在这一年的时限届时可能变动。`;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Minutes after midnight as a time of day: 510 is 08:30. */
export const clockWords = (minute: number): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Office hours of a day: 08:30–12:00、14:30–17:30. */
export const hoursWords = (hours: readonly OfficeHours[]): string =>
  hours.map(({ opens, closes }) => `${clockWords(opens)}–${clockWords(closes)}`).join('、');

/** How long the office is open on a day, in hours: 6.5. */
export const hoursOfDay = (hours: readonly OfficeHours[]): number =>
  hours.reduce((sum, { opens, closes }) => sum + closes - opens, 0) / 60;
