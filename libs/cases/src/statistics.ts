/** A share with how much it is worth: `low` to `high` holds the true share 95 times in 100. */
export interface Share {
  /** Null when nothing was counted. */
  readonly value: number | null;
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959_964;

/** The share of `hits` among `n` with Wilson's interval, which holds for few cases, too. */
export function shareOf(hits: number, n: number): Share {
  if (n === 0) return { value: null, n, low: 0, high: 1 };
  const p = hits / n;
  const z2 = (Z * Z) / n;
  const middle = (p + z2 / 2) / (1 + z2);
  const reach = (Z / (1 + z2)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n));
  return { value: p, n, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** The value below which a part of the list lies, between neighbours by distance; null of an empty list. */
export function quantileOf(list: readonly number[], part: number): number | null {
  const sorted = [...list].sort((a, b) => a - b);
  const at = part * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (at - Math.floor(at));
}
