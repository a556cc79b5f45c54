import type { Evidence } from '@risk/domain';
import type { Facts, FactHit } from './facts.js';

/** Reads one field of the facts. */
export type Reader = (facts: Facts) => unknown;

const NONE: readonly FactHit[] = [];

/** Compiles a dotted field name into a reader; `entity.` leads into EntityFacts and `.d30` into a window. */
export function readerOf(name: string): Reader {
  const path = name.split('.');
  const [head = '', next, last] = path;
  if (head === 'entity' && next !== undefined) {
    const fact: Reader = (facts) => member(facts.entity, next);
    return last === undefined ? fact : (facts) => member(fact(facts), last);
  }
  if (next === undefined) return (facts) => facts.record[head];
  return (facts) => member(facts.record[head], next);
}

/** What stands in a record under a dotted name. */
export function readerIn(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const [head = '', next] = name.split('.');
  return next === undefined ? record[head] : member(record[head], next);
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** The hits of one code that count, in the order found. */
export function hitsOf(facts: Facts, codes: ReadonlySet<string>): readonly FactHit[] {
  if (facts.hits.length === 0) return NONE;
  const found = facts.hits.filter((hit) => hit.suppressed === null && codes.has(hit.code));
  return found.length === 0 ? NONE : found;
}

/** A span of a record's text with its exact quote; null when the field holds no text. */
export function evidenceAt(
  facts: Facts,
  field: string,
  start: number,
  end: number,
): Evidence | null {
  const text = readerOf(field)(facts);
  if (typeof text !== 'string' || end <= start) return null;
  return { field, start, end, quote: text.slice(start, end) };
}

const DAY = 86_400_000;

/** Days from a date (yyyy-mm-dd, taken as midnight in China, or a Date) to `at`; null when unreadable. */
export function ageInDays(value: unknown, at: Date): number | null {
  const from = value instanceof Date ? value.getTime() : midnightOf(value);
  return from === null || Number.isNaN(from) ? null : Math.floor((at.getTime() - from) / DAY);
}

const EAST_EIGHT = 8 * 3_600_000;
const CALENDAR_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** By arithmetic, because Date.parse costs several times as much and this runs for every rule. */
function midnightOf(value: unknown): number | null {
  const parts = typeof value === 'string' ? CALENDAR_DAY.exec(value) : null;
  if (!parts) return null;
  const [month, day] = [Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return Date.UTC(Number(parts[1]), month - 1, day) - EAST_EIGHT;
}
