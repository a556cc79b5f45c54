import type { Clock } from '@risk/kit';
import type { Meters } from '@risk/metrics';
import type { ChannelBook } from '@risk/routing';
import type { Environment } from '@risk/settings';
import { PgServerFacts, type Database, type PgVitals } from '@risk/store';
import type { AuditDesk } from '../audit/tie-audit.js';
import type { IntakeDesk } from '../intake/tie-intake.js';
import { arrivalsOf } from './arrivals-of.js';
import { auditStateOf } from './audit-state-of.js';
import { houseVersion } from './house-version.js';
import { switchesOf } from './switches-of.js';
import { TellHouseState } from './tell-house-state.js';

/** What of a house its state is read from; the desks are looked at when somebody asks. */
interface Ground {
  readonly environment: Environment;
  readonly engines: { readonly handling: { readonly channels: ChannelBook } };
  readonly database: Database;
  readonly vitals: PgVitals;
  readonly meters: Meters;
  readonly clock: Clock;
  readonly intake: IntakeDesk;
  readonly audit: AuditDesk;
  missing(): Promise<string[]>;
}

/** Ties the state of the house to the signs there are already. */
export function tieHouseState(ground: Ground): TellHouseState {
  const { environment, database, vitals, meters } = ground;
  const server = new PgServerFacts(database);
  const version = houseVersion();
  return new TellHouseState(
    {
      switches: switchesOf(environment, ground.engines.handling.channels.webhooks.length),
      missing: () => ground.missing(),
      arrivals: async () => arrivalsOf(await ground.intake.board.read()),
      waiting: async (at) => {
        const { feeds: _feeds, alerts: _alerts, tips: _tips, ...waiting } = await vitals.read(at);
        return waiting;
      },
      audit: async (lines) => {
        const { verification, outside } = ground.audit;
        return auditStateOf(lines, verification.read(), (await outside.all()).at(-1) ?? null);
      },
      database: async () => {
        const isEmbedded = environment.databaseUrl === null;
        return { ...(await server.read()), isEmbedded, pool: vitals.pool() };
      },
      process: async () => ({ ...version, node: process.version, ...(await meters.process()) }),
    },
    ground.clock,
  );
}
