import type { Feed } from '@risk/domain';
import type { OpenedLetter } from '@risk/intake';
import { objectIn } from '../imports/object-in.js';

/** A field of a dead letter: its text, or only that something stands there. */
export interface ShownField {
  readonly name: string;
  readonly length: number;
  /** Null when it could name a person. */
  readonly text: string | null;
}

const LONGEST = 200;
const MOST = 200;

/** Names under which people stand, in the three dialects of feeds. */
const PERSONAL_NAME =
  /reporter|举报|投诉人|来电人|来信人|信访人|诉求人|申请人|联系|姓名|身份|证件|手机|电话|phone|tel|mobile|idnumber|cerno|cardno|sfz|zjhm|xm$|^name$/i;
/** A mobile number, or the number of an identity card. */
const PERSONAL_NUMBER = /(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{16}[\dXx])(?!\d)/g;

/** What of a complaint never names anybody. */
const OF_COMPLAINT: ReadonlySet<string> = new Set([
  ...['source', 'sourceId', 'occurredAt', 'operation'],
  ...['payload.channel', 'payload.amount', 'payload.people', 'payload.regionCode'],
]);
/** The name of a firm, which is what a registration is about. */
const OF_FIRM: ReadonlySet<string> = new Set(['payload.name']);

/**
 * What may be shown of a dead letter to whoever looks after them. Of a complaint only what cannot name
 * anybody: its text may stand in any field, and who reported in any text.
 */
export function shownFields({
  letter: { feed },
  bytes,
  value,
}: OpenedLetter): readonly ShownField[] {
  const content = contentOf(value) ?? objectIn(Buffer.from(bytes).toString('utf8'));
  return content
    ? flat(content, '')
        .slice(0, MOST)
        .map((field) => veiled(feed, field))
    : [];
}

/** A row that could not be mapped stands as it came in the bytes. */
function contentOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || 'unusableRow' in value) return null;
  return value as Record<string, unknown>;
}

type Leaf = readonly [name: string, text: string];

function flat(value: unknown, name: string): Leaf[] {
  if (value === null || value === undefined) return [[name, '']];
  if (typeof value !== 'object')
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
  const entries = Array.isArray(value)
    ? value.map((one, at) => [`${name}[${at}]`, one] as const)
    : Object.entries(value).map(
        ([key, one]) => [name === '' ? key : `${name}.${key}`, one] as const,
      );
  return entries.flatMap(([inner, one]) => flat(one, inner));
}

function veiled(feed: Feed, [name, text]: Leaf): ShownField {
  const isOpen = feed === 'complaint' ? OF_COMPLAINT.has(name) : isHarmless(name);
  const shown = text
    .slice(0, LONGEST)
    .replace(PERSONAL_NUMBER, (found) => '＊'.repeat(found.length));
  return { name, length: text.length, text: isOpen ? shown : null };
}

const isHarmless = (name: string): boolean =>
  OF_FIRM.has(name) || !PERSONAL_NAME.test(name.replace(/\[\d+\]/g, ''));
