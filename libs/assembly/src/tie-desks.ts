import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { PgKnownReporters } from '@risk/store';
import { deskPortsOf } from './desk-ports.js';
import { tieLetters, type LetterDesk } from './letter-desk.js';
import { RegisteredUnits, tieDesk, type WorkDesk } from './tie-desk.js';

/** What the desks share. */
type Ground = Parameters<typeof deskPortsOf>[0] & {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
};

/** Ties the desks that work on cases and on papers to the same alerts, files and reporters. */
export function tieDesks(ground: Ground): {
  readonly desk: WorkDesk;
  readonly letters: LetterDesk;
} {
  const { attachments, regionName, work, clock, log } = ground;
  const { units } = ground.engines.routing;
  const ports = deskPortsOf(ground);
  const reporters = new PgKnownReporters(ground.database, ground.cipher);
  const city = { units: new RegisteredUnits(units), office: units.office, regionName };
  return {
    desk: tieDesk(ground, ports),
    letters: tieLetters({ work, clock, log, ports, attachments, reporters, city }),
  };
}
