import type { Assessment } from '../assessment.js';
import type { ResolvedMention } from '../entity.js';
import type { FeedRecord, Payload, Reporter } from '../feed-record.js';
import type { Evidence, Signal } from '../signal.js';
import type { TextSpan } from './text-span.js';
import { veilOf, VEIL, type Veil } from './veil.js';

/** A record with its verdict, as the engines saw it. */
export interface ToldRecord {
  readonly record: FeedRecord;
  readonly assessment: Assessment;
  readonly mentions: readonly ResolvedMention[];
}

/** The same with nothing in it by which the reporter can be known. */
export interface HiddenRecord extends ToldRecord {
  /** What the fields said before, for the vault; only those that changed. */
  readonly original: Readonly<Record<string, string>>;
}

/**
 * Hides the reporter in a record that was judged already: the engines saw the original, everybody after
 * them sees the veil. Registrations have no reporter.
 */
export function hideReporter(told: ToldRecord, reporter: Reporter | null): HiddenRecord {
  if (told.record.feed === 'registration') return { ...told, original: {} };
  const veil = veilOf(reporter);
  const before: Readonly<Record<string, unknown>> = { ...told.record.payload };
  const { payload, original } = hiddenPayload(before, veil);
  // What engines said came out of the payload: nothing to hide there, nothing to hide in it.
  if (Object.keys(original).length === 0) return { ...told, original };
  const words = hiddenWords(before, veil);
  const clear = wordsVeil(veil, words);
  return {
    record: { ...told.record, payload } as FeedRecord,
    assessment: hiddenVerdict(told.assessment, payload, clear),
    mentions: told.mentions.flatMap((one) => hiddenMention(one, before, veil, clear)),
    original,
  };
}

/** The verdict on an old record whose reporter was not hidden when it came in. */
export function hiddenVerdict(
  verdict: Assessment,
  payload: object,
  clear: (text: string) => string,
): Assessment {
  return { ...verdict, signals: verdict.signals.map((s) => hiddenSignal(s, payload, clear)) };
}

/** Covers a payload, whatever its shape. */
export function hiddenPayload(
  before: Readonly<Record<string, unknown>>,
  veil: Veil,
): { readonly payload: Payload; readonly original: Readonly<Record<string, string>> } {
  const payload = Object.fromEntries(
    Object.entries(before).map(([key, value]) => [key, hiddenValue(value, veil)]),
  );
  const changed = Object.entries(before).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(payload[key]),
  );
  const original = Object.fromEntries(
    changed.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  return { payload: payload as unknown as Payload, original };
}

function hiddenValue(value: unknown, veil: Veil): unknown {
  if (typeof value === 'string') return veil.over(value);
  if (typeof value === 'number') {
    const covered = veil.over(String(value));
    return covered === String(value) ? value : covered;
  }
  if (Array.isArray(value)) return value.map((one) => hiddenValue(one, veil));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, hiddenValue(v, veil)]));
}

/** What was covered, longest first: engines repeat it in their sentences without the cue before it. */
function hiddenWords(payload: Readonly<Record<string, unknown>>, veil: Veil): string[] {
  const words = Object.values(payload).flatMap((value) =>
    typeof value === 'string'
      ? veil.spans(value).map(({ start, end }) => value.slice(start, end))
      : [],
  );
  return [...new Set(words)].filter((w) => w.length >= 2).sort((a, b) => b.length - a.length);
}

/** Covers by marks and by what was covered elsewhere in the record. */
const wordsVeil =
  (veil: Veil, words: readonly string[]) =>
  (text: string): string =>
    words.reduce((rest, word) => rest.replaceAll(word, VEIL.repeat(word.length)), veil.over(text));

const hiddenSignal = (
  signal: Signal,
  payload: object,
  clear: (text: string) => string,
): Signal => ({
  ...signal,
  because: clear(signal.because),
  evidence: signal.evidence && hiddenEvidence(signal.evidence, payload, clear),
});

/** A quote stays exactly the slice of its field, which is as long as before. */
function hiddenEvidence(
  evidence: Evidence,
  payload: object,
  clear: (text: string) => string,
): Evidence {
  const field = (payload as Readonly<Record<string, unknown>>)[evidence.field];
  const { start, end, quote } = evidence;
  const slice = typeof field === 'string' ? field.slice(start, end) : '';
  return { ...evidence, quote: slice.length === quote.length ? slice : clear(quote) };
}

/** Whoever is only found in what tells of the reporter is not what the record is about. */
function hiddenMention(
  told: ResolvedMention,
  payload: Readonly<Record<string, unknown>>,
  veil: Veil,
  clear: (text: string) => string,
): ResolvedMention[] {
  const { mention } = told;
  const field = payload[mention.field];
  const spans = typeof field === 'string' ? veil.spans(field) : [];
  if (spans.some((span) => isWithin(mention, span))) return [];
  if (isHidden(mention.name, veil)) return [];
  const keys = told.keys.filter(({ value }) => !isHidden(value, veil));
  if (keys.length === 0) return [];
  return [{ ...told, keys, because: clear(told.because), flags: told.flags.map(clear) }];
}

const isWithin = (inner: TextSpan, outer: TextSpan): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end > inner.start;

const isHidden = (value: string, veil: Veil): boolean =>
  value !== '' && veil.over(value) === VEIL.repeat(value.length);
