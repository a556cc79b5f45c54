import { open } from 'node:fs/promises';
import { csvRecords, type CsvRecord } from './csv-records.js';
import type { FileItem, ReadOptions } from './file-item.js';
import {
  findHeader,
  HEADER_WITHIN,
  isNoData,
  namedCells,
  type Header,
  type PlainRow,
} from './header-row.js';
import { detectEncoding, isBroken, type TextEncoding } from './text-encoding.js';
import { textLines } from './text-lines.js';

/** Reads a CSV file in any of the offices' encodings, row by row. */
export async function* readCsv(path: string, options: ReadOptions): AsyncGenerator<FileItem> {
  const encoding = await detectEncoding(path);
  const delimiter = await detectDelimiter(path, encoding);
  const waiting: CsvRecord[] = [];
  let header: Header | null = null;
  const width = (): number | null => header?.names.length ?? null;
  for await (const record of csvRecords(textLines(path, encoding), delimiter, width)) {
    if (header) yield* itemOf(record, header);
    else waiting.push(record);
    if (header || waiting.length < HEADER_WITHIN) continue;
    header = headerOf(waiting, options);
    yield* afterHeader(waiting, header);
  }
  if (!header) yield* afterHeader(waiting, headerOf(waiting, options));
}

const headerOf = (records: readonly CsvRecord[], options: ReadOptions): Header | null =>
  findHeader(records.flatMap(plain), [], options);

const plain = ({ row, values }: CsvRecord): PlainRow[] =>
  values ? [{ row, values: values.map(cellText) }] : [];

function* afterHeader(records: readonly CsvRecord[], header: Header | null): Generator<FileItem> {
  if (!header) return;
  for (const record of records) if (record.row > header.lastRow) yield* itemOf(record, header);
}

function* itemOf({ row, raw, values, fault }: CsvRecord, header: Header): Generator<FileItem> {
  if (values === null) {
    yield { kind: 'fault', row, raw, issues: [{ column: null, message: fault ?? '无法读取' }] };
    return;
  }
  const texts = values.map(cellText);
  if (isNoData(header, texts)) return;
  const broken = texts.findIndex(isBroken);
  if (broken < 0) {
    yield { kind: 'row', row, raw, cells: namedCells(header, texts), warnings: [] };
    return;
  }
  const column = header.names[broken] ?? `第${broken + 1}列`;
  yield { kind: 'fault', row, raw, issues: [{ column, message: '有无法识别的字符（编码错误）' }] };
}

/** Excel writes ="0735…" to keep a number a text; systems add a tab for the same purpose. */
const cellText = (text: string): string => (/^="(.*)"$/s.exec(text.trim())?.[1] ?? text).trim();

const DELIMITERS = [',', '\t', ';', '|', '，'];
const HEAD = 65_536;

/** The separator that the first lines use most. */
async function detectDelimiter(path: string, encoding: TextEncoding): Promise<string> {
  const file = await open(path);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(HEAD), 0, HEAD, 0)
    .finally(() => file.close());
  const text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
  const lines = text.split(/\r?\n/, HEADER_WITHIN).map((line) => line.replace(/"[^"]*"/g, ''));
  const most = (mark: string): number => Math.max(...lines.map((l) => l.split(mark).length - 1));
  return DELIMITERS.reduce((best, mark) => (most(mark) > most(best) ? mark : best));
}
