import type { RaiseAlerts } from '@risk/alerting';
import type { AssessRecords } from '@risk/assessment';
import { chinaDay, type Clock, type Transaction, type UnitOfWork } from '@risk/kit';
import type { LicensedRegister } from '@risk/scoring';
import { verdictOf } from './process-batch.js';

/** Where it is said that entries end, and what follows an end. */
export interface LicencePlace {
  /** Keeps the one sentence that people should see; null takes it away. */
  readonly warn: (sentence: string | null, at: Date) => Promise<unknown>;
  /** Entities whose index is still lowered by an entry that ended before this day. */
  readonly lapsed: (tx: Transaction, day: string) => Promise<string[]>;
  readonly assess: AssessRecords;
  readonly raise: RaiseAlerts;
}

/** Says which entries of the register end soon or have ended, and lets what they hid count again. */
export class WatchLicences {
  constructor(
    private readonly register: () => LicensedRegister,
    private readonly place: LicencePlace,
    private readonly house: { readonly work: UnitOfWork; readonly clock: Clock },
  ) {}

  async run(): Promise<void> {
    const now = this.house.clock.now();
    const remarks = this.register().remarks(now);
    await this.place.warn(remarks.length === 0 ? null : `${remarks.join('；')}。`, now);
    await this.house.work.run(async (tx) => {
      const { lapsed, assess, raise } = this.place;
      const indexed = await assess.reindex(tx, await lapsed(tx, chinaDay(now)));
      await raise.run(tx, indexed.map(verdictOf));
    });
  }
}
