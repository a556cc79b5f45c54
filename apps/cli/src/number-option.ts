import { Invalid } from '@risk/kit';

/** The number of an option; null when it was not given. */
export function numberOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new Invalid(`${name} “${text}”不是数字`);
  return value;
}

/** More than anybody reads, and what a database can count to. */
const MOST_LISTED = 1_000_000;

/** How many lines `--limit` asks for. */
export function limitOf(text: string | undefined, usual: number, most = MOST_LISTED): number {
  const limit = text === undefined ? usual : Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new Invalid(`--limit 应为 1 到 ${most} 的整数`);
}
