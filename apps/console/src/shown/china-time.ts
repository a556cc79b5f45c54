/** China keeps one time, eight hours before Greenwich, all the year. */
const AHEAD = 8 * 3_600_000;

const wallClock = (instant: string): string =>
  new Date(new Date(instant).getTime() + AHEAD).toISOString();

/** An instant for people, as it is in Asia/Shanghai wherever the browser stands: 2026-11-22 09:30. */
export const chinaTime = (instant: string): string =>
  wallClock(instant).slice(0, 16).replace('T', ' ');

/** The day of an instant in Asia/Shanghai: 2026-11-22. */
export const chinaDay = (instant: string): string => wallClock(instant).slice(0, 10);

/** The instant at which a day ends in Asia/Shanghai, as the server reads it. */
export const endOfChinaDay = (day: string): string => `${day}T23:59:59+08:00`;

/** A day some days later: ('2026-11-22', 30) is 2026-12-22. */
export const daysAfter = (day: string, days: number): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);
