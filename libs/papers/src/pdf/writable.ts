import { charactersOf } from '../fonts/typeface.js';
import { printable } from '../printable.js';

/** A text as the sewn fonts hold it: without marks that nobody sees, and what is no character replaced. */
export const writable = (text: string): string => charactersOf(printable(text)).join('');
