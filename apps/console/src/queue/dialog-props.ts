import type { Deed } from '../shown/use-deed.js';
import type { Act } from './acts.js';

/** What every dialogue of the queue is handed. */
export interface DialogProps {
  /** With what it is done, in words. */
  readonly about: string;
  readonly deed: Deed;
  readonly run: (act: Act) => Promise<void>;
  readonly close: () => void;
}
