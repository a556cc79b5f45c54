import { LIMITS } from './limits.js';

/** One record of a CSV file, or why there is none. */
export interface CsvRecord {
  /** Line on which it begins, from 1. */
  readonly row: number;
  readonly raw: string;
  readonly values: readonly string[] | null;
  readonly fault: string | null;
}

/** A quoted cell of more lines than this is a quote that nobody closed. */
const LONGEST_CELL = 500;

/** A record taken apart. */
export interface SplitRecord {
  readonly cells: readonly string[];
  /** Whether a quote stands alone inside a quoted cell: over several lines a sign of a lost quote. */
  readonly stray: boolean;
}

/** Cuts a record into its cells; null when a quote is still open at the end (RFC 4180, forgiving). */
export function splitRecord(text: string, delimiter: string): SplitRecord | null {
  const cells: string[] = [];
  let stray = false;
  let at = 0;
  while (at <= text.length) {
    const start = firstSolid(text, at);
    const cell =
      text[start] === '"' ? quotedCell(text, start + 1, delimiter) : plainCell(text, at, delimiter);
    if (cell === null) return null;
    cells.push(cell.value);
    stray ||= cell.stray;
    at = cell.next;
  }
  return { cells, stray };
}

interface TakenCell {
  readonly value: string;
  /** Where the next cell begins; beyond the end when there is none. */
  readonly next: number;
  readonly stray: boolean;
}

/** Blanks before a quote belong to nobody; a tab may be the delimiter, so only spaces are skipped. */
function firstSolid(text: string, at: number): number {
  let start = at;
  while (text[start] === ' ') start += 1;
  return start;
}

function plainCell(text: string, at: number, delimiter: string): TakenCell {
  const end = text.indexOf(delimiter, at);
  return end < 0
    ? { value: text.slice(at), next: text.length + 1, stray: false }
    : { value: text.slice(at, end), next: end + delimiter.length, stray: false };
}

/** A quote inside that neither doubles nor ends the cell stands for itself. */
function quotedCell(text: string, from: number, delimiter: string): TakenCell | null {
  let value = '';
  let stray = false;
  let at = from;
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', at)) {
    value += text.slice(at, quote);
    const after = firstSolid(text, quote + 1);
    if (after >= text.length) return { value, next: text.length + 1, stray };
    if (text.startsWith(delimiter, after)) return { value, next: after + delimiter.length, stray };
    const doubled = text[quote + 1] === '"';
    stray ||= !doubled;
    value += '"';
    at = doubled ? quote + 2 : quote + 1;
  }
  return null;
}

/**
 * Puts lines together to records. A quote that nobody closes costs its own line only: reading goes on
 * with the next line. `width` tells how many cells a record should have, once that is known.
 */
export async function* csvRecords(
  lines: AsyncIterable<string>,
  delimiter: string,
  width: () => number | null,
): AsyncGenerator<CsvRecord> {
  const queue = new LineQueue(lines);
  for (let first = await queue.next(); first !== null; first = await queue.next()) {
    if (first.trim() === '') continue;
    const row = queue.row;
    const whole = await wholeRecord(first, queue, delimiter);
    const suspect = whole !== null && whole.extra > 0 && isSuspect(whole, width());
    if (whole && !suspect) {
      queue.drop(whole.extra);
      yield { row, raw: whole.raw, values: whole.cells, fault: null };
    } else yield { row, raw: first.slice(0, LIMITS.line), values: null, fault: faultOf(first) };
  }
}

/** A record over several lines that does not come out even has most likely swallowed its neighbours. */
const isSuspect = ({ cells, stray }: SplitRecord, width: number | null): boolean =>
  stray || (width !== null && cells.length !== width);

const faultOf = (line: string): string =>
  line.length > LIMITS.line ? `一行超过 ${LIMITS.line} 个字符` : '引号没有配对，这一行无法分列';

interface WholeRecord extends SplitRecord {
  readonly raw: string;
  /** Lines beyond the first. */
  readonly extra: number;
}

/** Looks ahead for the line that closes an open quote; takes nothing from the queue. */
async function wholeRecord(
  first: string,
  queue: LineQueue,
  delimiter: string,
): Promise<WholeRecord | null> {
  let raw = first;
  for (let extra = 0; extra <= LONGEST_CELL && raw.length <= LIMITS.line; extra += 1) {
    const split = raw.includes('"')
      ? splitRecord(raw, delimiter)
      : { cells: raw.split(delimiter), stray: false };
    if (split) return { raw, extra, ...split };
    const more = await linesUpToQuote(queue, extra);
    if (more === null) return null;
    raw = `${raw}\n${more.text}`;
    extra += more.count - 1;
  }
  return null;
}

/** The next lines as far as one holds a quote: only there can the cell end. */
async function linesUpToQuote(
  queue: LineQueue,
  from: number,
): Promise<{ text: string; count: number } | null> {
  const lines: string[] = [];
  while (lines.length <= LONGEST_CELL) {
    const line = await queue.peek(from + lines.length);
    if (line === null) return null;
    lines.push(line);
    if (line.includes('"')) return { text: lines.join('\n'), count: lines.length };
  }
  return null;
}

/** Lines that can be looked at before they are taken. */
class LineQueue {
  private readonly waiting: string[] = [];
  private readonly source: AsyncIterator<string, undefined>;
  /** Number of the line taken last. */
  row = 0;

  constructor(lines: AsyncIterable<string>) {
    this.source = lines[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  }

  async peek(ahead: number): Promise<string | null> {
    while (this.waiting.length <= ahead) {
      const step = await this.source.next();
      if (step.done === true) return null;
      this.waiting.push(step.value);
    }
    return this.waiting[ahead] ?? null;
  }

  async next(): Promise<string | null> {
    const line = await this.peek(0);
    if (line !== null) this.drop(1);
    return line;
  }

  drop(count: number): void {
    this.waiting.splice(0, count);
    this.row += count;
  }
}
