import type { Readable } from 'node:stream';
import { PayloadTooLargeException } from '@nestjs/common';
import type { Feed } from '@risk/domain';
import type { RawItem } from '@risk/intake';
import { chunksOf } from '@risk/kit';

const BATCH = 500;
const NEWLINE = 0x0a;
const BRACE = 0x7b;
const BYTE_ORDER_MARK = /^\ufeff/;
/** A body that is one JSON document is held whole; NDJSON streams and may be any length. */
const LARGEST_DOCUMENT = 32 * 1024 * 1024;
const LARGEST_LINE = 2 * 1024 * 1024;

interface Body extends Readable {
  readonly headers: { readonly 'content-type'?: string | undefined };
}

/** Cuts a request body into batches of items, whatever of the three forms it has. */
export async function* itemBatches(feed: Feed, body: Body): AsyncGenerator<RawItem[]> {
  if (/ndjson|jsonl/i.test(body.headers['content-type'] ?? '')) yield* lineBatches(feed, body);
  else yield* documentBatches(feed, await wholeOf(body));
}

function* documentBatches(feed: Feed, bytes: Buffer): Generator<RawItem[]> {
  const parsed = parsedOrNull(bytes);
  if (parsed && Array.isArray(parsed.value)) {
    yield* chunksOf(
      parsed.value.map((value, i) => elementItem(feed, value, i)),
      BATCH,
    );
    return;
  }
  const lines = parsed ? [bytes] : linesOf(bytes);
  yield* chunksOf(
    lines.map((line, i) => item(feed, line, i)),
    BATCH,
  );
}

async function* lineBatches(feed: Feed, body: Readable): AsyncGenerator<RawItem[]> {
  let batch: RawItem[] = [];
  let count = 0;
  for await (const line of streamedLines(body)) {
    batch.push(item(feed, line, count));
    count += 1;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* streamedLines(body: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksFrom(body)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      const line = rest.subarray(0, end);
      rest = rest.subarray(end + 1);
      if (!isBlank(line)) yield line;
    }
    if (rest.length > LARGEST_LINE) throw new PayloadTooLargeException();
  }
  if (!isBlank(rest)) yield rest;
}

/** A whole body, up to a limit in bytes. */
export async function wholeOf(body: Readable, most = LARGEST_DOCUMENT): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksFrom(body)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) throw new PayloadTooLargeException();
  }
  return Buffer.concat(chunks);
}

/**
 * The chunks of a body. One given up half-way is read to its end and thrown away: were it destroyed or
 * left standing, a sender that writes all before it reads would never see our answer.
 */
async function* chunksFrom(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } finally {
    body.resume();
  }
}

const isBlank = (line: Buffer): boolean =>
  line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  lines.push(bytes.subarray(start));
  const full = lines.filter((line) => !isBlank(line));
  return isLineByLine(bytes, full) ? full : [bytes];
}

/**
 * Whether a body that is no JSON document is NDJSON in which a line may be broken. Broken JSON over
 * several lines is one unusable message, not many.
 */
function isLineByLine(bytes: Buffer, lines: readonly Buffer[]): boolean {
  if (/^\ufeff?\s*\[/.test(bytes.subarray(0, 1024).toString('utf8'))) return false;
  return lines.every((line) => line[0] === BRACE) || lines.some(isWholeObject);
}

const isWholeObject = (line: Buffer): boolean => {
  const value = parsedOrNull(line)?.value;
  return typeof value === 'object' && value !== null && !Array.isArray(value);
};

/** What bytes say as JSON; null when they are none. */
export function parsedOrNull(bytes: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(bytes.toString('utf8').replace(BYTE_ORDER_MARK, '')) as unknown };
  } catch {
    return null;
  }
}

const item = (feed: Feed, bytes: Buffer, index: number): RawItem => ({
  feed,
  door: 'http',
  bytes,
  origin: { index },
});

function elementItem(feed: Feed, value: unknown, index: number): RawItem {
  return item(feed, Buffer.from(JSON.stringify(value)), index);
}
