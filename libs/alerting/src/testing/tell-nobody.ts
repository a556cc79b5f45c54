import type { Transaction } from '@risk/kit';
import type { Occasion } from '../telling/ports.js';

/** Tells nobody, and remembers what there was to tell. */
export class TellNobody {
  readonly occasions: Occasion[] = [];

  run(_tx: Transaction, occasions: readonly Occasion[]): Promise<void> {
    this.occasions.push(...occasions);
    return Promise.resolve();
  }
}
