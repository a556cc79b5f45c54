import type { AttachmentStore } from '@risk/cases';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { PgKnownReporters, type Database, type VaultCipher } from '@risk/store';
import type { AlertDesk } from './alert-desk.js';
import type { Engines } from './compile-engines.js';
import { AttachedEvidence, DutiesOnTheLadder, StepsByLife } from './desk-ports.js';
import { HandOverPackage } from './hand-over-package.js';
import { tieLetters, type LetterDesk } from './letter-desk.js';
import { RegisteredUnits, tieDesk, type WorkDesk } from './tie-desk.js';

/** What the desks share. */
interface Hands {
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly engines: Pick<Engines, 'routing'>;
  readonly alerts: AlertDesk;
  readonly attachments: AttachmentStore;
  readonly regionName: (code: string | null) => string;
}

/** Ties the desks that work on cases and on papers to the same alerts, files and reporters. */
export function tieDesks(hands: Hands): { readonly desk: WorkDesk; readonly letters: LetterDesk } {
  const { attachments, regionName, work, clock, log } = hands;
  const { units, signs } = hands.engines.routing;
  const reporters = new PgKnownReporters(hands.database, hands.cipher);
  const ports = {
    steps: new StepsByLife(hands.alerts),
    duties: new DutiesOnTheLadder(),
    shelf: new AttachedEvidence(attachments),
    packages: new HandOverPackage({
      ...{ attachments, regionName, flightCodes: signs.flight },
      reportersOf: (entityId) => reporters.of(entityId),
    }),
  };
  const city = { units: new RegisteredUnits(units), office: units.office, regionName };
  return {
    desk: tieDesk(hands, ports),
    letters: tieLetters({ work, clock, log, ports, attachments, reporters, city }),
  };
}
