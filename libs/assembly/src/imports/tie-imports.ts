import { join } from 'node:path';
import type { SourceBook } from '@risk/intake';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import type { Environment } from '@risk/settings';
import { PgImportJobs, PgMappings, type Database, type VaultCipher } from '@risk/store';
import type { Engines } from '../compile-engines.js';
import { DirectInlet } from '../inlet.js';
import type { BatchPath, Reading } from '../process-batch.js';
import { ImportDesk } from './import-desk.js';
import { planUpload } from './plan-upload.js';
import { RunImports } from './run-imports.js';
import { UploadFolder } from './upload-folder.js';

/** What the desk of imports stands on. */
interface Ground {
  readonly environment: Environment;
  readonly engines: Engines;
  readonly sources: SourceBook;
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly work: UnitOfWork;
  readonly process: BatchPath;
  readonly clock: Clock;
  readonly log: Log;
}

const PORTION = 200;

/** Ties the desk of imports; with Kafka too its rows go straight in, because somebody waits for the answer. */
export function tieImports(ground: Ground, { parse }: Pick<Reading, 'parse'>): ImportDesk {
  const { environment, engines, sources, database, cipher, work, clock } = ground;
  const policy = engines.imports;
  const jobs = new PgImportJobs(database, work, cipher);
  const files = new UploadFolder(join(environment.dataDir, 'imports'), policy.largestBytes);
  const { unpackedBytes, mostRows } = policy;
  const mappings = new PgMappings(database);
  const book = { sources, presets: engines.presets, mappings, unpackedBytes, mostRows };
  const house = { ...book, inlet: new DirectInlet(ground.process) };
  const runner = new RunImports(
    jobs,
    {
      ...{ house, files, policy, portion: PORTION },
      planOf: ({ id, fileName: name, reading }) =>
        planUpload(book, { file: files.pathOf(id), name, reading }),
    },
    ground,
  );
  return new ImportDesk({ jobs, files, runner, book, parse, policy, clock });
}
