import type { RememberedRecord } from '@risk/assessment';
import type { DossierIndex, DossierSignal } from '@risk/bulletins';
import type { Feed, RiskIndex, Signal } from '@risk/domain';
import { groupBy } from '@risk/kit';

/** A signal of one record. */
interface Told {
  readonly record: RememberedRecord;
  readonly signal: Signal;
  readonly points: number;
}

/** Names the source of a record. */
export type SourceOf = (recordId: string) => string | null;

/** One line a code and feed, the strongest first; nothing that makes out a single complaint. */
export function dossierSignals(
  records: readonly RememberedRecord[],
  sourceOf: SourceOf,
  isInherited: boolean,
): DossierSignal[] {
  const told = records.flatMap((record) =>
    record.signals.map((signal) => ({ record, signal, points: signal.weight * record.confidence })),
  );
  const heaps = groupBy(told, ({ record, signal }) => `${signal.code}\n${record.feed}`);
  return [...heaps.values()]
    .flatMap((heap) => lineOf(heap, sourceOf, isInherited))
    .sort((a, b) => b.weight - a.weight || order(a, b));
}

const order = (a: DossierSignal, b: DossierSignal): number =>
  `${a.code} ${a.feed}` < `${b.code} ${b.feed}` ? -1 : 1;

function lineOf(heap: readonly Told[], sourceOf: SourceOf, isInherited: boolean): DossierSignal[] {
  const [top] = [...heap].sort(strongestFirst);
  if (!top) return [];
  const { signal, record, points } = top;
  const { code, engine, dimension, elements, scheme } = signal;
  return [
    {
      ...{ code, feed: record.feed, engine, dimension, weight: points, elements, scheme },
      records: new Set(heap.map((one) => one.record.recordId)).size,
      ...(record.feed === 'complaint' ? NO_WORDS : wordsOf(top, sourceOf)),
      isInherited,
    },
  ];
}

const strongestFirst = (a: Told, b: Told): number =>
  b.points - a.points ||
  b.record.occurredAt.getTime() - a.record.occurredAt.getTime() ||
  Number(a.record.recordId) - Number(b.record.recordId);

const NO_WORDS = { because: null, quote: null, source: null, occurredAt: null } as const;

const wordsOf = ({ signal, record }: Told, sourceOf: SourceOf) => ({
  because: signal.because,
  quote: signal.evidence?.quote ?? null,
  source: sourceOf(record.recordId),
  occurredAt: record.occurredAt,
});

/** Codes that public records bear out and no complaint: only their words may be told. */
function publicCodes(records: readonly RememberedRecord[]): ReadonlySet<string> {
  const codesOf = (isOf: (feed: Feed) => boolean) =>
    new Set(
      records
        .filter(({ feed }) => isOf(feed))
        .flatMap(({ signals }) => signals.map(({ code }) => code)),
    );
  const complained = codesOf((feed) => feed === 'complaint');
  return new Set([...codesOf((feed) => feed !== 'complaint')].filter((c) => !complained.has(c)));
}

/** The index without the words of complaints, and without figures that rules worked out of complaints. */
export function dossierIndex(
  { at, index }: { readonly at: Date; readonly index: RiskIndex },
  records: readonly RememberedRecord[],
): DossierIndex {
  const { score, tier, dimensions, elements, scheme, missing, suppressed = null, version } = index;
  const isPublic = publicCodes(records);
  const reasons = index.reasons.map(({ code, dimension, points, because }) => ({
    ...{ code, dimension, points },
    because: isPublic.has(code) ? because : null,
  }));
  return {
    ...{ at, score, tier, dimensions, elements, scheme, reasons, missing, suppressed, version },
  };
}
