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
