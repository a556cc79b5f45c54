import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { compileImportPolicy, parseItem, type ImportPolicy } from '@risk/intake';
import { loadConfig } from '@risk/settings';
import {
  InMemoryImports,
  InMemoryMappings,
} from '../../../intake/src/testing/in-memory-imports.js';
import { InMemoryVault } from '../../../intake/src/testing/in-memory-records.js';
import { compileEngines, type Engines } from '../compile-engines.js';
import { ImportDesk } from '../imports/import-desk.js';
import { planUpload } from '../imports/plan-upload.js';
import { RunImports } from '../imports/run-imports.js';
import { UploadFolder } from '../imports/upload-folder.js';
import { DirectInlet } from '../inlet.js';
import type { ProcessBatch } from '../process-batch.js';
import { LineInMemory } from './line-in-memory.js';

/** Small enough that a test passes each of them. */
export const SMALL = compileImportPolicy({
  imports: {
    ...{ largestMegabytes: 1, unpackedMegabytes: 2, mostRows: 1_000, mostFaults: 3 },
    ...{ keepUploadHours: 24, keepResultDays: 7, basis: '测试' },
  },
});

let engines: Engines | null = null;

/** An office that imports files by the shipped presets into a line in memory. */
export async function importOffice(policy: ImportPolicy = SMALL) {
  engines ??= compileEngines(await loadConfig('config'));
  const { sources, presets } = engines;
  const dir = mkdtempSync(join(tmpdir(), 'risk-imports-'));
  const line = new LineInMemory();
  for (const [name, source] of sources) line.sources.set(name, source);
  const [jobs, mappings, vault] = [
    new InMemoryImports(),
    new InMemoryMappings(),
    new InMemoryVault(),
  ];
  const parse = (item: Parameters<typeof parseItem>[0]) =>
    parseItem(item, sources, (reporter) => vault.pseudonymOf(reporter));
  const { unpackedBytes, mostRows } = policy;
  const book = { sources, presets, mappings, unpackedBytes, mostRows };
  const files = new UploadFolder(dir, policy.largestBytes);
  const process: Pick<ProcessBatch, 'run'> = line.process;
  const worker = () =>
    new RunImports(
      jobs,
      {
        ...{ files, policy, portion: 10 },
        ...{ house: { ...book, inlet: new DirectInlet(process) } },
        planOf: ({ id, fileName: name, reading }) =>
          planUpload(book, { file: files.pathOf(id), name, reading }),
      },
      line,
    );
  const runner = worker();
  const { clock } = line;
  return {
    ...{ line, jobs, mappings, dir, files, book, worker, runner },
    desk: new ImportDesk({ jobs, files, runner, book, parse, policy, clock }),
    close: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type ImportOffice = Awaited<ReturnType<typeof importOffice>>;

/** Bytes as a browser sends them. */
export const body = (content: string | Buffer): Readable => Readable.from([Buffer.from(content)]);

/** A file of the same office, by its name. */
export const upload = (name = '名单.csv', after: string | null = null) => ({
  ...{ name, after, modifiedAt: new Date('2026-11-01T00:00:00Z') },
});

/** Puts a file where that of an import lies. */
export const overwrite = (path: string, content: string): void => {
  writeFileSync(path, content);
};
