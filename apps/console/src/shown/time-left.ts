const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something is away in words of the largest two units that matter: 2 天 3 小时. */
export function spanWords(milliseconds: number): string {
  const away = Math.abs(milliseconds);
  if (away < HOUR) return `${String(Math.floor(away / MINUTE))} 分钟`;
  const hours = Math.floor(away / HOUR);
  if (away < DAY) return `${String(hours)} 小时`;
  const rest = hours % 24;
  const days = `${String(Math.floor(away / DAY))} 天`;
  return rest === 0 || away >= 10 * DAY ? days : `${days} ${String(rest)} 小时`;
}

/** What is left until a deadline, seen from now: 还有 3 小时, 逾期 2 天. */
export function leftWords(due: string, now: string): string {
  const left = new Date(due).getTime() - new Date(now).getTime();
  return left < 0 ? `逾期 ${spanWords(left)}` : `还有 ${spanWords(left)}`;
}

/** How a deadline stands. */
export function deadlineState(due: string, now: string): 'late' | 'soon' | 'far' {
  const left = new Date(due).getTime() - new Date(now).getTime();
  if (left < 0) return 'late';
  return left < 4 * HOUR ? 'soon' : 'far';
}
