import type { Notifier } from '@risk/alerting';
import type { Clock, Log } from '@risk/kit';
import type { Environment } from '@risk/settings';
import type { Database } from '@risk/store';

/** What to open the house with. */
export interface HouseOptions {
  readonly environment: Environment;
  /** Where PostgreSQL is; the embedded one or the one of DATABASE_URL. */
  readonly databaseUrl: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** Opened already, to share a pool between two houses; then it is not closed with this one. */
  readonly database?: Database;
  readonly notifier?: Notifier;
  /**
   * Whether this runs for days: a changed folder, an edited lexicon and a published edition come into force
   * in it. A command judges with what is in force.
   */
  readonly staysOpen?: boolean;
}
