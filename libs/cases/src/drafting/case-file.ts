import { chinaDay, type Clock, type Transaction } from '@risk/kit';
import { unitNamed } from '../desk/people.js';
import type { AlertSteps, EvidenceShelf, UnitNames } from '../desk/ports.js';
import type { VerificationStore } from '../verification/ports.js';
import type { KnownOfCase } from './known-of-case.js';
import type { KnownReporters, LetterSource } from './ports.js';

/** Where what the house knows of a case is read. */
export interface CaseSources {
  readonly steps: Pick<AlertSteps, 'lock'>;
  readonly source: LetterSource;
  readonly verifications: Pick<VerificationStore, 'ofAlert'>;
  readonly shelf: EvidenceShelf;
  readonly reporters: KnownReporters;
}

/** The city as letters name it. */
export interface CityNames {
  readonly units: UnitNames;
  /** The unit that leads the handling of illegal fundraising. */
  readonly office: string;
  readonly regionName: (code: string | null) => string;
}

/** Reads all that is known of a case, in one transaction. */
export class CaseFile {
  constructor(
    private readonly sources: CaseSources,
    private readonly city: CityNames,
    private readonly clock: Clock,
  ) {}

  async read(tx: Transaction, alertId: string, from: string | undefined): Promise<KnownOfCase> {
    const { steps, source, verifications, shelf, reporters } = this.sources;
    const { units, office, regionName } = this.city;
    const alert = await steps.lock(tx, alertId);
    const firm = await source.registered(tx, alert.entityId);
    const tasks = await verifications.ofAlert(tx, alertId);
    const issuer = from ?? tasks.at(-1)?.unit ?? office;
    unitNamed(units, issuer, 'from');
    const region = firm.regionCode ?? alert.regionCode;
    return {
      today: chinaDay(this.clock.now()),
      alert,
      firm,
      region: region === null ? null : regionName(region),
      verifications: tasks,
      finding: await source.findingOf(tx, alertId),
      evidence: await shelf.of(tx, alertId),
      reporters: await reporters.of([alert.entityId]),
      from: issuer,
      units,
    };
  }
}
