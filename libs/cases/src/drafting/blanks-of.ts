import { paperText, type Paper } from '@risk/domain';
import { BLANK } from '../letters/phrases.js';

const LONGEST = 60;

/** The lines of a paper in which somebody has to fill in something; a bare blank comes with the line above it. */
export const blanksOf = (paper: Paper): string[] =>
  paperText(paper).flatMap((line, i, lines) => {
    if (!line.includes(BLANK)) return [];
    const above = isBare(line) ? `${(lines[i - 1] ?? '').replace(/：$/u, '')}：` : '';
    return [aroundBlank(`${above}${line}`.replace(/\s+/gu, ' '))];
  });

const isBare = (line: string): boolean => /^[\d.\s]*$/u.test(line.replaceAll(BLANK, ''));

/** Enough of a long line to find the place again. */
function aroundBlank(line: string): string {
  if (line.length <= LONGEST) return line;
  const at = Math.max(0, line.indexOf(BLANK) - LONGEST / 2);
  const end = at + LONGEST;
  return `${at > 0 ? '…' : ''}${line.slice(at, end)}${end < line.length ? '…' : ''}`;
}
