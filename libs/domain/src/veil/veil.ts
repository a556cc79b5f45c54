import type { Reporter } from '../feed-record.js';
import { knownSpans } from './known-spans.js';
import { REPORTER_MARKS } from './reporter-marks.js';
import type { TextSpan } from './text-span.js';

/** One unit of text behind the veil: the length stays, so that every span still fits. */
export const VEIL = '＊';

/** Takes out of texts by what a reporter can be known. */
export interface Veil {
  readonly spans: (text: string) => TextSpan[];
  /** The same text, unit for unit, with the veil over those spans. */
  readonly over: (text: string) => string;
}

/** The veil over one reporter: what the vault knows, and how people tell who they are. */
export function veilOf(reporter: Reporter | null): Veil {
  const known = knownSpans(reporter ?? {});
  const spans = (text: string): TextSpan[] =>
    [...known(text), ...marksIn(text).flatMap((mark) => Array.from(text.matchAll(mark), spanOf))]
      .filter(({ start, end }) => end > start)
      .sort((a, b) => a.start - b.start);
  return { spans, over: (text) => spans(text).reduce(covered, text) };
}

/** Only a few ways stand in one text. */
const marksIn = (text: string): RegExp[] =>
  REPORTER_MARKS.filter(({ hints }) => hints.some((hint) => text.includes(hint))).map(
    ({ pattern }) => pattern,
  );

/** Blanks in front belong to the cue. */
function spanOf({ 0: found, index }: RegExpExecArray): TextSpan {
  const blanks = found.length - found.trimStart().length;
  return { start: index + blanks, end: index + found.length };
}

/** Covers a stretch of a text. */
export const covered = (text: string, { start, end }: TextSpan): string =>
  text.slice(0, start) + VEIL.repeat(end - start) + text.slice(end);
