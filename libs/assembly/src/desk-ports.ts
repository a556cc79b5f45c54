import {
  AlertSteps,
  Duties,
  EvidenceShelf,
  type AlertStep,
  type AttachmentStore,
  type Evidence,
  type LockedAlert,
  type NewDuty,
} from '@risk/cases';
import { lockAlert } from '@risk/alerting';
import type { Transaction } from '@risk/kit';
import { PgDuties, PgKnownReporters, PgLife, type Database, type VaultCipher } from '@risk/store';
import type { AlertDesk } from './alert-desk.js';
import type { Engines } from './compile-engines.js';
import { HandOverPackage } from './hand-over-package.js';
import type { DeskPorts } from './tie-desk.js';

/** What the ports of the desk stand on. */
interface Ground {
  readonly alerts: AlertDesk;
  readonly attachments: AttachmentStore;
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly engines: Engines;
  readonly regionName: (code: string | null) => string;
}

/** Ties the desk to alerts, files and papers. */
export function deskPortsOf(ground: Ground): DeskPorts {
  const { alerts, attachments, database, cipher, engines, regionName } = ground;
  const reporters = new PgKnownReporters(database, cipher);
  return {
    steps: new StepsByLife(alerts),
    duties: new DutiesOnTheLadder(),
    shelf: new AttachedEvidence(attachments),
    packages: new HandOverPackage({
      attachments,
      regionName,
      flightCodes: engines.routing.signs.flight,
      reportersOf: (entityId) => reporters.of([entityId]),
    }),
  };
}

/** Lets verification and hand-over move the alert as its life allows. */
export class StepsByLife extends AlertSteps {
  constructor(private readonly alerts: Pick<AlertDesk, 'step' | 'timetable'>) {
    super();
  }

  async take(tx: Transaction, { seen, unit, detail, ...step }: AlertStep): Promise<void> {
    // What came in from outside was checked before; then it is the office that lets the alert follow.
    const isAnswer = seen === null;
    await this.alerts.step(tx, {
      ...step,
      unit: isAnswer ? this.alerts.timetable.office : unit,
      seen,
      isAnswer,
      ...(detail === undefined ? {} : { detail: { ...detail } }),
      hasOutcome: true,
    });
  }

  async lock(tx: Transaction, alertId: string): Promise<LockedAlert> {
    const { id, ...alert } = await lockAlert(new PgLife(), tx, alertId);
    return { alertId: id, ...alert };
  }
}

/** Lets receipts, tasks and what follows be reminded of and escalated like all that units owe. */
export class DutiesOnTheLadder extends Duties {
  private readonly duties = new PgDuties();

  async owe(tx: Transaction, duty: NewDuty): Promise<string> {
    const [id] = await this.duties.owe(tx, [{ ...duty, role: 'lead', sample: false }]);
    if (id === undefined) throw new Error('a duty was not kept');
    return id;
  }

  async fulfil(tx: Transaction, dutyId: string, by: string, at: Date): Promise<void> {
    await this.duties.fulfil(tx, [dutyId], by, at);
  }

  async fulfilFollowing(tx: Transaction, alertId: string, by: string, at: Date): Promise<void> {
    const standing = await this.duties.standingOf(tx, alertId);
    const following = standing.filter(({ kind }) => kind === 'follow').map(({ id }) => id);
    await this.duties.fulfil(tx, following, by, at);
  }
}

/** The files beside an alert are its evidence. */
export class AttachedEvidence extends EvidenceShelf {
  constructor(private readonly attachments: Pick<AttachmentStore, 'listOf'>) {
    super();
  }

  async of(_tx: Transaction, alertId: string): Promise<readonly Evidence[]> {
    const files = await this.attachments.listOf(alertId);
    return files.map(({ id, name, size, sha256, sm3, by, at }) => ({
      id,
      name,
      size,
      sha256,
      sm3,
      by,
      at,
    }));
  }
}
