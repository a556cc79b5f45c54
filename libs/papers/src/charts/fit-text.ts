import type { Measure } from './drawing.js';

const MORE = '…';
/** Brackets and quotes that open nothing at the end of a line. */
const CLOSING = /[）》〉”’】」』〕，。、；：！？%）\])]/u;
const OPENING = /(?<=.)[（《〈“‘【「『〔[(]+$/u;

/** One line of clean text: breaks and runs of blanks become one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A text as it is when it fits, or as much of its beginning as fits with … after it. */
export function fitText(text: string, width: number, size: number, measure: Measure): string {
  const line = oneLine(text);
  if (measure(line, size) <= width) return line;
  const kept = beginning(line, width - measure(MORE, size), size, measure);
  return `${kept}${MORE}`;
}

/** A text in at most so many lines; what does not fit ends in …. */
export function fitLines(
  text: string,
  lines: number,
  width: number,
  size: number,
  measure: Measure,
): readonly string[] {
  const line = oneLine(text);
  if (lines <= 1 || measure(line, size) <= width) return [fitText(line, width, size, measure)];
  const first = lineEnd(line, beginning(line, width, size, measure));
  if (first === '') return [fitText(line, width, size, measure)];
  return [first, ...fitLines(line.slice(first.length), lines - 1, width, size, measure)];
}

/** A line takes no opening bracket with it and leaves no closing one to the next. */
function lineEnd(text: string, kept: string): string {
  const next = text.charAt(kept.length);
  return (CLOSING.test(next) ? kept.replace(/(?<=.).$/u, '') : kept).replace(OPENING, '');
}

function beginning(text: string, width: number, size: number, measure: Measure): string {
  let kept = '';
  let used = 0;
  for (const char of text) {
    used += measure(char, size);
    if (used > width) return kept;
    kept += char;
  }
  return kept;
}
