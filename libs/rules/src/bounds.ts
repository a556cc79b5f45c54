import { z } from 'zod';

/** Limits of a number; at least one must be given. */
export const boundKeys = {
  above: z.number().optional(),
  atLeast: z.number().optional(),
  below: z.number().optional(),
  atMost: z.number().optional(),
} as const;

export interface Bounds {
  readonly above?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly below?: number | undefined;
  readonly atMost?: number | undefined;
}

/** Compiles limits into one comparison; a missing number is never within them. */
export function within(bounds: Bounds): (value: number) => boolean {
  const { above = -Infinity, atLeast = -Infinity, below = Infinity, atMost = Infinity } = bounds;
  return (value) => value > above && value >= atLeast && value < below && value <= atMost;
}

/** What is wrong with limits: none given, or none can be met. */
export function boundsProblem(bounds: Bounds): string | null {
  const given = [bounds.above, bounds.atLeast, bounds.below, bounds.atMost];
  if (given.every((n) => n === undefined))
    return '没有写明界限（above、atLeast、below、atMost 至少一个）';
  const low = Math.max(bounds.above ?? -Infinity, bounds.atLeast ?? -Infinity);
  const high = Math.min(bounds.below ?? Infinity, bounds.atMost ?? Infinity);
  const open = bounds.above === low || bounds.below === high;
  return low > high || (low === high && open) ? '界限互相矛盾，永远不能成立' : null;
}

/** The limits in Chinese. */
export function sayBounds(bounds: Bounds, unit = ''): string {
  const parts: string[] = [];
  if (bounds.above !== undefined) parts.push(`大于${sayNumber(bounds.above, unit)}`);
  if (bounds.atLeast !== undefined) parts.push(`不少于${sayNumber(bounds.atLeast, unit)}`);
  if (bounds.below !== undefined) parts.push(`小于${sayNumber(bounds.below, unit)}`);
  if (bounds.atMost !== undefined) parts.push(`不超过${sayNumber(bounds.atMost, unit)}`);
  return parts.join('且');
}

/** A number with its unit as an official writes it: sums of money from ten thousand yuan in 万元. */
export function sayNumber(value: number, unit = ''): string {
  if (unit === '元' && Math.abs(value) >= 10_000) return `${round(value / 10_000)}万元`;
  return `${round(value)}${unit}`;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
