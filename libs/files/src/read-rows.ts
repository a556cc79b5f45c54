import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assertNever } from '@risk/kit';
import { detectKind, type FileKind } from './detect-kind.js';
import type { FileItem, ReadOptions } from './file-item.js';
import { readCsv } from './read-csv.js';
import { readJson, readJsonl } from './read-jsonl.js';
import { readXlsx } from './read-xlsx.js';

/** Reads the rows of a CSV, XLSX, JSONL or JSON file; what it is shows its content, not its name. */
export async function* readRows(
  input: string | Readable,
  options: ReadOptions = {},
): AsyncGenerator<FileItem> {
  if (typeof input === 'string') yield* readFileAt(input, options);
  else yield* readStream(input, options);
}

async function* readFileAt(path: string, options: ReadOptions): AsyncGenerator<FileItem> {
  yield* itemsOf(await detectKind(path), path, options);
}

function itemsOf(kind: FileKind, path: string, options: ReadOptions): AsyncGenerator<FileItem> {
  switch (kind) {
    case 'csv':
      return readCsv(path, options);
    case 'xlsx':
      return readXlsx(path, options);
    case 'jsonl':
      return readJsonl(path);
    case 'json':
      return readJson(path);
    default:
      return assertNever(kind);
  }
}

/** A workbook's directory stands at its end and an encoding shows only at the end: a stream is laid down first. */
async function* readStream(input: Readable, options: ReadOptions): AsyncGenerator<FileItem> {
  const folder = await mkdtemp(join(tmpdir(), 'risk-upload-'));
  try {
    const path = join(folder, 'upload');
    await pipeline(input, createWriteStream(path, { mode: 0o600 }));
    yield* readFileAt(path, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
