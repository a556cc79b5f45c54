import type { Clock } from '@risk/kit';
import type { UnitNames } from '../desk/ports.js';
import { unitNamed } from '../desk/people.js';
import type { Period } from '../ports.js';
import { justAfter, periodOf } from '../report-outcomes.js';
import type { UnitLedger, UnitTally } from './unit-ledger.js';

/** Which period and unit: days in China, both included. */
export interface LedgerRequest {
  readonly from: string;
  /** Null reaches to today. */
  readonly to: string | null;
  readonly unit: string | null;
  readonly samples: boolean;
  /** Nothing that happened at this moment or later is known; null or absent asks as of now. */
  readonly asOf?: Date | null;
}

/** A unit's line with its name. */
export interface LedgerLine extends UnitTally {
  readonly name: string;
}

/** The ledger of a period. */
export interface Ledger {
  readonly period: Period;
  readonly asOf: Date;
  readonly lines: readonly LedgerLine[];
}

/** Tells what each unit was told, what it did, and whether in time. */
export class ReadLedger {
  constructor(
    private readonly ledger: UnitLedger,
    private readonly units: UnitNames,
    private readonly clock: Clock,
  ) {}

  async run({ from, to, unit, samples, asOf: asked }: LedgerRequest): Promise<Ledger> {
    const now = this.clock.now();
    const asOf = asked ?? now;
    const period = periodOf(from, to, asOf);
    if (unit !== null) unitNamed(this.units, unit);
    const known = { period, unit, samples, asOf: asked ?? justAfter(now) };
    const tallies = await this.ledger.read(known);
    const lines = tallies.map((tally) => ({ ...tally, name: this.nameOf(tally.unit) }));
    return { period, asOf, lines };
  }

  private nameOf(unit: string): string {
    return this.units.nameOf(unit) ?? unit;
  }
}
