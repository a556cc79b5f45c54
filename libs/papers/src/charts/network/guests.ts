import type { Area } from '../drawing.js';
import type { Bundle, Ties } from './ties.js';

/** Who is to be placed: the centre, and all others with the size of their boxes. */
export interface Guests {
  readonly centre: string;
  readonly sizes: ReadonlyMap<string, Pick<Area, 'width' | 'height'>>;
  readonly bundles: readonly Bundle[];
  readonly ties: Ties;
}
