import { paperText, type Paper } from '@risk/domain';
import { BLANK } from '../letters/phrases.js';

const LONGEST = 60;

/** The lines of a paper in which somebody has to fill in something. */
export const blanksOf = (paper: Paper): string[] =>
  paperText(paper)
    .filter((line) => line.includes(BLANK))
    .map((line) => aroundBlank(line.replace(/\s+/gu, ' ')));

/** Enough of a long line to find the place again. */
function aroundBlank(line: string): string {
  if (line.length <= LONGEST) return line;
  const at = Math.max(0, line.indexOf(BLANK) - LONGEST / 2);
  return `${at > 0 ? '…' : ''}${line.slice(at, at + LONGEST)}${at + LONGEST < line.length ? '…' : ''}`;
}
