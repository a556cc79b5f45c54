import { isUtf8 } from 'node:buffer';
import type { Feed } from '@risk/domain';
import { jsonBreakAt } from './json-break.js';
import {
  parseEnvelope,
  refuse,
  type ParseOutcome,
  type Pseudonym,
  type Refused,
} from './parse-envelope.js';
import type { SourceBook } from './source-book.js';

/** Larger messages are refused: 1 MiB is Kafka's own default limit (message.max.bytes). */
export const LARGEST_MESSAGE = 1_048_576;

const unreadable = (message: string): Refused => refuse([{ path: '', message }]);

/** Turns the bytes of one message into a record of its feed, or says why not; never throws. */
export function parseBytes(
  feed: Feed,
  bytes: Uint8Array,
  known: SourceBook,
  pseudonymOf?: Pseudonym,
): ParseOutcome {
  const read = readJson(bytes);
  return read.kind === 'refused' ? read : parseEnvelope(feed, read.value, known, pseudonymOf);
}

/** Reads JSON in UTF-8; says where it breaks. */
export function readJson(bytes: Uint8Array): { kind: 'json'; value: unknown } | Refused {
  if (bytes.length > LARGEST_MESSAGE)
    return unreadable(`消息过大：${bytes.length} 字节，上限 ${LARGEST_MESSAGE} 字节`);
  if (bytes.length === 0) return unreadable('消息为空');
  const text = decode(bytes);
  if (text === null) return unreadable(`不是 UTF-8 编码，第 ${badByteAt(bytes)} 字节起无法识别`);
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return unreadable(`不是完整的 JSON${placeOf(jsonBreakAt(text), text)}`);
  }
}

/** Null when the bytes are not UTF-8; a byte-order mark is no content. */
function decode(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** The first byte (from 1) at which the bytes stop being UTF-8, found by halving. */
function badByteAt(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefixFine(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return bad;
}

/** Streaming mode forgives a character cut at the end. */
function isPrefixFine(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOf(at: number, text: string): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `，第 ${line} 行第 ${at - before.lastIndexOf('\n')} 个字符处断开`;
}
