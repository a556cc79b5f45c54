import type { Clock } from '@risk/kit';
import { concernsOf } from './concerns-of.js';
import type {
  AuditState,
  Concern,
  DatabaseState,
  FeedState,
  HouseReading,
  ProcessState,
  Switch,
  WaitingState,
} from './house-state.js';

/** How the house runs, with what to do where it does not run well. */
export interface HouseState extends HouseReading {
  readonly concerns: readonly Concern[];
}

/** Where the parts of the state are read; each may fail without the others. */
export interface HouseSigns {
  readonly switches: readonly Switch[];
  missing(): Promise<readonly string[]>;
  arrivals(): Promise<Pick<Required<HouseReading>, 'sources'> & { readonly feeds: FeedState[] }>;
  /** With the number of lines of the audit trail. */
  waiting(at: Date): Promise<WaitingState & { readonly auditLines: number }>;
  audit(lines: number): Promise<AuditState>;
  database(): Promise<DatabaseState>;
  process(): Promise<ProcessState>;
}

/** Tells who keeps the house running how it is: numbers alone, nothing of anybody. */
export class TellHouseState {
  constructor(
    private readonly signs: HouseSigns,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<HouseState> {
    const { signs } = this;
    const at = this.clock.now();
    const [missing, arrivals, told, database, process] = await Promise.all([
      signs.missing(),
      orNull(signs.arrivals()),
      orNull(signs.waiting(at)),
      orNull(signs.database()),
      signs.process(),
    ]);
    const { auditLines = 0, ...waiting } = told ?? {};
    const reading: HouseReading = {
      ...{ at, missing, database, process, switches: signs.switches },
      feeds: arrivals?.feeds ?? null,
      sources: arrivals?.sources ?? null,
      waiting: told === null ? null : (waiting as WaitingState),
      audit: told === null ? null : await orNull(signs.audit(auditLines)),
    };
    return { ...reading, concerns: concernsOf(reading) };
  }
}

/** A part that cannot be read is told as unknown, and the others all the same. */
const orNull = <T>(reading: Promise<T>): Promise<T | null> => reading.catch(() => null);
