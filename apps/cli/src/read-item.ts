import type { Feed, FeedRecord, Payload } from '@risk/domain';
import { parseOuter, parsePayload } from '@risk/intake';
import { Unreadable } from '@risk/kit';

/** A record to be judged, with the name by which the caller knows it. */
export interface Item {
  readonly id: string;
  readonly record: FeedRecord;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads one input line of `risk assess`: an envelope, or a bare payload with an optional `id`.
 * What cannot be read is refused with a Chinese sentence that names the field.
 */
export function readItem(feed: Feed, line: string, number: number, now: Date): Item {
  const value = jsonObject(line);
  const { id, body, head } = unwrap(value);
  const outcome = parsePayload(feed, body);
  if (outcome.kind === 'refused') throw new Unreadable(outcome.reason);
  const name = textOf(id) ?? String(number);
  return { id: name, record: recordOf(feed, outcome.payload, name, momentOf(head, now)) };
}

function jsonObject(line: string): Json {
  if (line.trim() === '') throw new Unreadable('空行');
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unreadable('应为一个 JSON 对象');
  }
  return value as Json;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw new Unreadable(`不是完整的 JSON：${(cause as Error).message}`, {}, { cause });
  }
}

/** An envelope has a payload; anything else is taken for a payload itself. */
function unwrap(value: Json): { readonly id: unknown; readonly body: Json; readonly head: Json } {
  const payload = value['payload'];
  if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) {
    return { id: value['id'] ?? value['sourceId'], body: payload as Json, head: value };
  }
  const { id, ...body } = value;
  return { id, body, head: {} };
}

const textOf = (id: unknown): string | null =>
  typeof id === 'string' || typeof id === 'number' ? String(id) : null;

/** Rules ask for ages and periods of validity, so the time must be right or be now. */
function momentOf(head: Json, now: Date): Date {
  const outer = parseOuter(head);
  if (outer.kind === 'refused') throw new Unreadable(outer.reason);
  return outer.occurredAt ?? now;
}

/** A record that came through no door: nothing of it is kept, so it needs no fingerprint. */
function recordOf(feed: Feed, payload: Payload, sourceId: string, occurredAt: Date): FeedRecord {
  return {
    feed,
    source: 'assess',
    sourceId,
    occurredAt,
    operation: 'upsert',
    related: [],
    payload,
    fingerprint: '',
    reporterKey: null,
  } as FeedRecord;
}
