import { join } from 'node:path';
import {
  PgLetterList,
  PgMappings,
  PgReporterVault,
  PgSourceReadings,
  type PgExplanation,
} from '@risk/store';
import type { ImportDesk } from '../imports/import-desk.js';
import { remapLetter } from '../imports/remap-letter.js';
import { LicenceDesk } from '../licensed/licence-desk.js';
import { UploadFolder } from '../imports/upload-folder.js';
import { tieImports } from '../imports/tie-imports.js';
import type { Reading } from '../process-batch.js';
import type { Rereading } from '../replay-dead-letters.js';
import { EnterRecord } from './enter-record.js';
import { SourceBoard } from './source-board.js';

/** What comes in by people's hands, and how the sources stand. */
export interface IntakeDesk {
  readonly enter: Pick<EnterRecord, 'run'>;
  readonly imports: ImportDesk;
  readonly licences: Pick<LicenceDesk, 'preview' | 'take'>;
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
    licences: tieLicences(ground),
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

/** The register is checked against what judges at that moment: to compile all anew takes seconds. */
function tieLicences({ environment, engines, clock, log }: Ground): LicenceDesk {
  const { largestBytes, mostRows, unpackedBytes } = engines.imports;
  return new LicenceDesk({
    configDir: environment.configDir,
    files: new UploadFolder(join(environment.dataDir, 'imports'), largestBytes),
    bounds: { mostRows, unpackedBytes },
    check: ({ licensed }) => {
      engines.judging.withLicensed(licensed);
    },
    ...{ clock, log },
  });
}
