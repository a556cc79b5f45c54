const OFFSET = 8 * 3_600_000;

/** China has one zone without summer time since 1991, so wall time is UTC plus eight hours. */
function wall(at: Date): string {
  return new Date(at.getTime() + OFFSET).toISOString();
}

/** The calendar day in China as yyyy-mm-dd. */
export function chinaDay(at: Date): string {
  return wall(at).slice(0, 10);
}

/** The minute in China as yyyy-mm-dd HH:MM. */
export function chinaTime(at: Date): string {
  return wall(at).slice(0, 16).replace('T', ' ');
}

/** Whether a text is a day of the calendar as yyyy-mm-dd; 30 February is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
