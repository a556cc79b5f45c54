/** What is to be counted, as it stands in the form and in the address. */
export interface CountWish {
  /** Wall time of China: 2026-11-28T09:00. */
  readonly from: string;
  readonly unit: string;
  /** A tier, or `hours` or `days` with their amount. */
  readonly limit: string;
  readonly amount: string;
}

export const LIMITS = ['red', 'orange', 'yellow', 'blue', 'hours', 'days'] as const;
export type Limit = (typeof LIMITS)[number];

export const needsAmount = (limit: string): boolean => limit === 'hours' || limit === 'days';

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The question to the server; null for what cannot be counted. */
export function countPath({ from, unit, limit, amount }: CountWish): string | null {
  if (!WALL.test(from) || unit === '') return null;
  const query = new URLSearchParams({ from: `${from}:00+08:00`, unit });
  if (!needsAmount(limit)) query.set('tier', limit);
  else if (Number(amount) > 0) query.set(limit, amount);
  else return null;
  return `calendar/count?${query.toString()}`;
}
