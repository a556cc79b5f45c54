import type { Block, HeadingLevel } from './paper.js';

/** A heading of a paper. */
export const headingBlock = (text: string, level: HeadingLevel = 1): Block => ({
  kind: 'heading',
  level,
  text,
});

/** A paragraph of a paper. */
export const paragraphBlock = (text: string): Block => ({ kind: 'paragraph', text });

/** A table of a paper; `shares` of its width, one a column. */
export const tableBlock = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares?: readonly number[],
): Block => ({ kind: 'table', head, rows, shares });
