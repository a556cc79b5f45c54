import type { RaiseAlerts } from '@risk/alerting';
import type { AssessRecords } from '@risk/assessment';
import type { Clock, Transaction, UnitOfWork } from '@risk/kit';
import type { LicensedRegister } from '@risk/scoring';
import type { EntityUnderLicence } from '@risk/store';
import { verdictOf } from './process-batch.js';

/** Where it is said that entries end, and what follows an end. */
export interface LicencePlace {
  /** Keeps the one sentence that people should see; null takes it away. */
  readonly warn: (sentence: string | null, at: Date) => Promise<unknown>;
  /** Entities whose index an entry has lowered. */
  readonly lowered: (tx: Transaction) => Promise<EntityUnderLicence[]>;
  readonly assess: AssessRecords;
  readonly raise: RaiseAlerts;
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
      const { lowered, assess, raise } = this.place;
      const bare = (await lowered(tx)).filter((entity) => !register.entryFor(entity, now));
      const indexed = await assess.reindex(
        tx,
        bare.map(({ id }) => id),
      );
      await raise.run(tx, indexed.map(verdictOf));
    });
  }
}
