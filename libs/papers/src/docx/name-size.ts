import { widthOf } from './ending-place.js';
import { SIZE, TYPE_WIDTH } from './layout.js';

/** Half points to twips is ten. */
const TWIPS = 10;

/** The largest size in which the name of a bulletin stands on one line, in half points: the same in DOCX and PDF. */
export const nameSize = (name: string): number =>
  widthOf(name) * SIZE.smallZero * TWIPS <= TYPE_WIDTH ? SIZE.smallZero : SIZE.one;
