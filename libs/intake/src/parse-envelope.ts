import {
  feedName,
  VEIL,
  veilOf,
  type Envelope,
  type Feed,
  type FeedRecord,
  type Payload,
  type Reporter,
} from '@risk/domain';
import { wordsOfIssue } from '@risk/kit';
import { envelopeHeadSchema, payloadSchema } from './envelope-schema.js';
import { fieldIssues } from './field-issues.js';
import { fingerprintRecord } from './fingerprint-record.js';
import { findPoison, type FieldIssue } from './poison.js';
import { readInstant } from './read-moment.js';
import { excerpt, foldWidth, isMissing, isUnfit } from './reading.js';
import type { SourceBook } from './source-book.js';
import { tidyPayload } from './tidy-payload.js';

/** An input that cannot be used and why, in plain Chinese that names the field. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
  readonly issues: readonly FieldIssue[];
  /** The source it claims, when that much could be read. */
  readonly source: string | null;
}

/** An input that can be used: its record, and apart from it who reported. */
export interface Parsed {
  readonly kind: 'record';
  readonly record: FeedRecord;
  readonly reporter: Reporter | null;
}
export type ParseOutcome = Parsed | Refused;

/** A payload by itself, cleaned and checked. */
export type PayloadOutcome =
  | { readonly kind: 'payload'; readonly payload: Payload; readonly reporter: Reporter | null }
  | Refused;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A reason lies open and repeats what stood in a field: a reporter may have stood there by mistake. */
const sentence = ({ path, message }: FieldIssue): string => {
  const safe = NOBODY_KNOWN.over(message).replace(PERSONAL, (number) => VEIL.repeat(number.length));
  return path === '' ? safe : `${path} ${safe}`;
};

const NOBODY_KNOWN = veilOf(null);
/** A mobile number, or the number of an identity card. */
const PERSONAL = /(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{16}[\dXx])(?!\d)/g;

/** Refuses an input with one Chinese sentence made of its issues. */
export function refuse(issues: readonly FieldIssue[], source: string | null = null): Refused {
  const shown = issues.slice(0, 3).map(sentence).join('；');
  const rest = issues.length > 3 ? `；另有 ${issues.length - 3} 处` : '';
  return { kind: 'refused', reason: shown + rest, issues, source };
}

const claimedSource = (value: unknown): string | null => {
  const source = isObject(value) ? value['source'] : null;
  return typeof source === 'string' && source.length <= 64 && !findPoison(source) ? source : null;
};

/** Gives a person a keyed pseudonym, or null when nothing identifies one. */
export type Pseudonym = (reporter: Reporter) => string | null;

const nobody: Pseudonym = () => null;

/** Turns what a door received into a record of its feed, or says why not; never throws. */
export function parseEnvelope(
  feed: Feed,
  value: unknown,
  known: SourceBook,
  pseudonymOf = nobody,
): ParseOutcome {
  const source = claimedSource(value);
  const poison = findPoison(value);
  if (poison) return refuse([poison], source);
  if (!isObject(value)) return refuse([{ path: '', message: '应为一个 JSON 对象' }]);

  if (typeof value['unusableRow'] === 'string')
    return refuse([{ path: '', message: value['unusableRow'] }], source);

  const head = readHead(feed, value, known);
  const body = readPayload(feed, value['payload'], value['operation'] === 'withdraw');
  const issues = [...head.issues, ...(body.kind === 'refused' ? body.issues : [])];
  if (issues.length > 0 || body.kind === 'refused' || !head.envelope) return refuse(issues, source);

  const envelope = { ...head.envelope, payload: body.payload };
  const reporterKey = body.reporter && pseudonymOf(body.reporter);
  const fingerprint = fingerprintRecord(envelope, reporterKey);
  const record = { ...envelope, feed, fingerprint, reporterKey } as FeedRecord;
  return { kind: 'record', record, reporter: body.reporter };
}

interface Head {
  readonly envelope: Omit<Envelope, 'payload'> | null;
  readonly issues: readonly FieldIssue[];
}

function readHead(feed: Feed, value: Json, known: SourceBook): Head {
  const head = envelopeHeadSchema.safeParse(
    {
      source: presentText(value['source']),
      sourceId: presentText(value['sourceId']),
      operation: value['operation'] ?? undefined,
      related: relatedOf(value['related']),
    },
    TOLD,
  );
  const occurredAt = readInstant(value['occurredAt']);
  const issues: FieldIssue[] = head.success
    ? sourceIssues(feed, head.data.source, known)
    : fieldIssues(head.error);
  if (occurredAt === undefined)
    issues.push({ path: 'occurredAt', message: '没有填写（发生时间）' });
  if (isUnfit(occurredAt)) issues.push({ path: 'occurredAt', message: occurredAt.unfit });
  if (!head.success || occurredAt === undefined || isUnfit(occurredAt))
    return { envelope: null, issues };
  return { envelope: { ...head.data, occurredAt }, issues };
}

/** What an envelope says beside its payload, for judging texts that came through no door: the source may be missing. */
export type OuterOutcome =
  | {
      readonly kind: 'outer';
      /** Null when nothing was said. */
      readonly occurredAt: Date | null;
    }
  | Refused;

/** Reads the time of an envelope, and refuses what else stands in it, exactly as the doors do. */
export function parseOuter(value: Json): OuterOutcome {
  const poison = findPoison(value);
  if (poison) return refuse([poison]);
  const head = OUTER.safeParse(
    { operation: value['operation'] ?? undefined, related: relatedOf(value['related']) },
    TOLD,
  );
  const occurredAt = readInstant(value['occurredAt']);
  const issues = head.success ? [] : fieldIssues(head.error);
  if (isUnfit(occurredAt)) issues.push({ path: 'occurredAt', message: occurredAt.unfit });
  if (!head.success || isUnfit(occurredAt)) return refuse(issues);
  return { kind: 'outer', occurredAt: occurredAt ?? null };
}

/** How a schema says what it refuses. */
const TOLD = { error: wordsOfIssue };
const OUTER = envelopeHeadSchema.pick({ operation: true, related: true });

/** Numbers as ids are common and harmless; what says nothing counts as absent. */
function presentText(value: unknown): unknown {
  if (isMissing(value)) return undefined;
  return typeof value === 'number'
    ? String(value)
    : typeof value === 'string'
      ? foldWidth(value)
      : value;
}

function relatedOf(value: unknown): unknown {
  if (isMissing(value)) return undefined;
  if (!Array.isArray(value)) return [presentText(value)];
  return value.filter((id) => !isMissing(id)).map(presentText);
}

function sourceIssues(feed: Feed, name: string, known: SourceBook): FieldIssue[] {
  const source = known.get(name);
  if (!source)
    return [
      { path: 'source', message: `未登记的来源“${excerpt(name)}”，请先写入 config/sources.yaml` },
    ];
  if (source.feed === feed) return [];
  const message = `来源“${name}”属于${feedName(source.feed)}，不能送入${feedName(feed)}`;
  return [{ path: 'source', message }];
}

function readPayload(feed: Feed, value: unknown, withdrawn: boolean): PayloadOutcome {
  if (withdrawn && isMissing(value)) return readPayload(feed, {}, true);
  if (!isObject(value)) {
    const message = value === undefined || value === null ? '没有填写' : '应为对象';
    return refuse([{ path: 'payload', message }]);
  }
  const tidy = tidyPayload(feed, value);
  const checked = payloadSchema(feed).safeParse(tidy.payload, TOLD);
  const issues = [
    ...tidy.issues,
    ...(checked.success ? [] : fieldIssues(checked.error, ['payload'])),
  ];
  const fatal = withdrawn ? [] : issues;
  if (fatal.length > 0) {
    const veil = veilOf(tidy.reporter);
    return refuse(withoutEchoes(fatal).map((i) => ({ ...i, message: veil.over(i.message) })));
  }
  const payload = checked.success ? checked.data : emptyPayload(feed);
  return { kind: 'payload', payload, reporter: tidy.reporter };
}

/** A withdrawal is identified by its sourceId alone; its content no longer matters. */
const emptyPayload = (feed: Feed): Payload =>
  feed === 'registration' ? { name: '' } : { text: '' };

/** An unreadable value is named once, not again as missing. */
const withoutEchoes = (issues: readonly FieldIssue[]): FieldIssue[] =>
  issues.filter((issue, at) => issues.findIndex((other) => other.path === issue.path) === at);

/** Cleans and checks a payload by itself, for judging texts that came through no door. */
export function parsePayload(feed: Feed, value: unknown): PayloadOutcome {
  const poison = findPoison(value);
  return poison ? refuse([poison]) : readPayload(feed, value, false);
}
