import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What a column may be given. */
export type Cell = string | number | boolean | Date | Buffer | object | null | undefined;

/** A value as COPY's text format wants it; null, arrays and objects included. */
function copyText(value: Cell): string {
  if (value === null || value === undefined) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return escapeCopy(arrayLiteral(value));
  if (typeof value === 'object') return escapeCopy(JSON.stringify(value));
  return escapeCopy(String(value));
}

const COPY_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const escapeCopy = (text: string): string =>
  text.replace(/[\\\n\r\t]/g, (character) => COPY_ESCAPES[character] ?? character);

/** A PostgreSQL array literal of texts. */
export function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map((v) => `"${String(v).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Writes many rows with one COPY: the fastest way in, for tables where nothing can collide. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const text = rows.map((row) => row.map(copyText).join('\t')).join('\n');
  const sink = client.query(copyFrom(`copy ${table} (${columns.join(',')}) from stdin`));
  await pipeline(Readable.from([`${text}\n`]), sink);
}

/** Columns of rows turned into one array a column, for `unnest($1::text[], …)`. */
export function columnsOf(rows: readonly (readonly unknown[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
}
