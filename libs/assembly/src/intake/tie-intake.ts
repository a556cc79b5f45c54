import {
  PgLetterList,
  PgMappings,
  PgReporterVault,
  PgSourceReadings,
  type PgExplanation,
} from '@risk/store';
import type { ImportDesk } from '../imports/import-desk.js';
import { remapLetter } from '../imports/remap-letter.js';
import { tieImports } from '../imports/tie-imports.js';
import type { Reading } from '../process-batch.js';
import type { Rereading } from '../replay-dead-letters.js';
import { EnterRecord } from './enter-record.js';
import { SourceBoard } from './source-board.js';

/** What comes in by people's hands, and how the sources stand. */
export interface IntakeDesk {
  readonly enter: Pick<EnterRecord, 'run'>;
  readonly imports: ImportDesk;
  readonly board: Pick<SourceBoard, 'read'>;
  readonly letters: Pick<PgLetterList, 'page' | 'matching'>;
  readonly remap: NonNullable<Rereading['remap']>;
}

type Ground = Parameters<typeof tieImports>[0] & { readonly explanation: PgExplanation };

/** Ties the desks of the intake. */
export function tieIntake(ground: Ground, reading: Pick<Reading, 'parse'>): IntakeDesk {
  const { sources, engines, database, cipher, process, explanation, clock } = ground;
  const vault = new PgReporterVault(cipher);
  const path = {
    ...{ parse: reading.parse, process, explanation },
    pseudonymOf: (reporter: Parameters<PgReporterVault['pseudonymOf']>[0]) =>
      vault.pseudonymOf(reporter),
  };
  const { calendar } = engines.routing;
  return {
    enter: new EnterRecord(path, sources, clock),
    imports: tieImports(ground, reading),
    board: new SourceBoard(
      sources,
      new PgSourceReadings(database),
      (day) => calendar.isWorkday(day),
      clock,
    ),
    letters: new PgLetterList(database),
    remap: remapLetter({ sources, presets: engines.presets }, new PgMappings(database)),
  };
}
