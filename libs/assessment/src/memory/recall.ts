import type { EntityFacts, Feed, Signal, WindowCount } from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { AgedSignal } from '@risk/scoring';
import type { EntityMemory, RememberedRecord } from './entity-memory.js';

/** The signals, their strongest words and the facts of an entity: what its index is computed from. */
export interface Recollection {
  readonly signals: readonly AgedSignal[];
  /** The strongest words of each signal, by code. */
  readonly quotes: ReadonlyMap<string, string>;
  readonly facts: EntityFacts;
  readonly feeds: readonly Feed[];
}

/** Works out from single records what the store adds up in SQL; both give the same for the same moment. */
export function recall(memory: EntityMemory, at: Date): Recollection {
  const lines = linesOf(memory);
  return {
    signals: lines.map(({ aged }) => aged),
    quotes: new Map(
      lines.flatMap(({ aged, quote }) => (quote === null ? [] : [[aged.code, quote] as const])),
    ),
    facts: factsOf(memory, at),
    feeds: [...new Set(memory.records.map((record) => record.feed))].sort(),
  };
}

/** A signal of one record about the entity. */
interface Told {
  readonly record: RememberedRecord;
  readonly signal: Signal;
  readonly points: number;
}

interface Line {
  readonly aged: AgedSignal;
  readonly quote: string | null;
}

/** A branch without signals of its own inherits those of its parent, and says so. */
function linesOf({ records, parent }: EntityMemory): Line[] {
  const own = joined(records);
  if (own.length > 0) return own;
  return joined(parent).map(({ aged, quote }) => ({
    aged: { ...aged, because: `所属总公司：${aged.because}` },
    quote,
  }));
}

function joined(records: readonly RememberedRecord[]): Line[] {
  const speaking = records.filter((record) => record.signals.length > 0);
  if (speaking.length === 0) return [];
  const personOf = personsAmong(speaking);
  const told = speaking.flatMap((record) =>
    record.signals.map((signal) => ({ record, signal, points: signal.weight * record.confidence })),
  );
  const heaps = groupBy(told, ({ signal }) => `${signal.code}\n${signal.dimension}`);
  return [...heaps].sort(byKey).map(([, heap]) => lineOf(heap, personOf));
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** One line a code: the strongest words stand for the rest, which are counted. */
function lineOf(heap: readonly Told[], personOf: (record: RememberedRecord) => string): Line {
  const [top] = [...heap].sort(strongestFirst);
  if (!top) throw new Error('a code without a signal');
  const { code, dimension, because, elements, scheme, halfLifeDays, evidence } = top.signal;
  const records = [...new Set(heap.map(({ record }) => record))];
  const occurredAt = new Date(Math.max(...records.map(whenOf)));
  const persons = new Set(records.map(personOf)).size;
  const aged: AgedSignal = {
    code,
    dimension,
    weight: top.points,
    because,
    elements,
    scheme,
    halfLifeDays,
    occurredAt,
    times: records.length,
    persons,
  };
  return { aged, quote: evidence?.quote ?? null };
}

const whenOf = ({ occurredAt }: RememberedRecord): number => occurredAt.getTime();

const strongestFirst = (a: Told, b: Told): number =>
  b.points - a.points ||
  whenOf(b.record) - whenOf(a.record) ||
  Number(a.record.recordId) - Number(b.record.recordId);

/**
 * Who said it: the reporter when known, also from another piece of the same group (repeats often come
 * without a name), else the group of repeated and merged pieces. Registers speak with one voice.
 */
export function personsAmong(
  records: readonly RememberedRecord[],
): (record: RememberedRecord) => string {
  const known = new Map<string, string>();
  for (const { group, reporterKey } of records) {
    const before = known.get(group);
    if (reporterKey !== null && (before === undefined || reporterKey < before))
      known.set(group, reporterKey);
  }
  const unnamed = ({ feed, group }: RememberedRecord): string =>
    feed === 'registration' ? 'register' : `piece:${group}`;
  return (record) => record.reporterKey ?? known.get(record.group) ?? unnamed(record);
}

const DAY = 86_400_000;

function factsOf({ records, establishedOn, relations }: EntityMemory, at: Date): EntityFacts {
  const personOf = personsAmong(records);
  const complaints = ofFeed(records, 'complaint');
  const window = (
    among: readonly RememberedRecord[],
    count: (recent: readonly RememberedRecord[]) => number,
  ): WindowCount => {
    const within = (days: number): number =>
      count(among.filter((record) => at.getTime() - whenOf(record) < days * DAY));
    return { d7: within(7), d30: within(30), d90: within(90) };
  };
  const pieces = (recent: readonly RememberedRecord[]): number => recent.length;
  const stake = (heard: readonly RememberedRecord[]): number =>
    sumOf([...groupBy(heard, personOf).values()].map((said) => most(said.map((r) => r.amount))));
  const regions = (heard: readonly RememberedRecord[]): number =>
    new Set(heard.flatMap(({ regionCode }) => regionCode ?? [])).size;
  const yields = records.flatMap(({ annualYield }) => annualYield ?? []);
  return {
    ...relations,
    establishedOn,
    complaints: window(complaints, pieces),
    complainants: window(complaints, (recent) => new Set(recent.map(personOf)).size),
    complaintSums: window(complaints, stake),
    recentRegions: window(complaints, regions),
    advertisements: window(ofFeed(records, 'advertisement'), pieces),
    changes: window(ofFeed(records, 'registration'), (recent) =>
      recent.reduce((n, { changes }) => n + changes, 0),
    ),
    complaintAmount: stake(complaints),
    complaintPeople: most(complaints.map(({ people }) => people)),
    complaintRegions: regions(complaints),
    highestAnnualYield: yields.length === 0 ? null : Math.max(...yields),
    firstSeenAt: records.length === 0 ? null : new Date(Math.min(...records.map(whenOf))),
  };
}

const ofFeed = (records: readonly RememberedRecord[], feed: Feed): RememberedRecord[] =>
  records.filter((record) => record.feed === feed);

const most = (figures: readonly (number | null)[]): number =>
  figures.reduce<number>((largest, figure) => Math.max(largest, figure ?? 0), 0);

/** Sums of money are added in hundredths, as the store's decimal numbers are. */
const sumOf = (sums: readonly number[]): number =>
  sums.reduce((total, sum) => total + Math.round(sum * 100), 0) / 100;
