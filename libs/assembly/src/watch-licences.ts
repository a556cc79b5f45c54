import type { Clock, Transaction, UnitOfWork } from '@risk/kit';
import type { LicensedRegister } from '@risk/scoring';
import type { EntityUnderLicence } from '@risk/store';
import { remeasure, type Consequences } from './remeasure.js';

/** Where it is said that entries end, and what follows an end. */
export interface LicencePlace extends Consequences {
  /** Keeps the one sentence that people should see; null takes it away. */
  readonly warn: (sentence: string | null, at: Date) => Promise<unknown>;
  /** Entities whose index an entry has lowered. */
  readonly lowered: (tx: Transaction) => Promise<EntityUnderLicence[]>;
}

/** Says which entries of the register end soon or have ended; what no entry hides any more counts again. */
export class WatchLicences {
  constructor(
    private readonly register: () => LicensedRegister,
    private readonly place: LicencePlace,
    private readonly house: { readonly work: UnitOfWork; readonly clock: Clock },
  ) {}

  async run(): Promise<void> {
    const now = this.house.clock.now();
    const register = this.register();
    const remarks = register.remarks(now);
    await this.place.warn(remarks.length === 0 ? null : `${remarks.join('；')}。`, now);
    await this.house.work.run(async (tx) => {
      const lowered = await this.place.lowered(tx);
      const bare = lowered.filter((entity) => !register.entryFor(entity, now));
      await remeasure(
        this.place,
        tx,
        bare.map(({ id }) => id),
      );
    });
  }
}
