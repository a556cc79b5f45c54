import type { EntityFacts, WindowCount } from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { AgedSignal } from '@risk/scoring';
import type { EntityState } from '../ports.js';
import type {
  InMemoryKnowledge,
  KeptEntity,
  KeptSignal,
  KeptVersion,
} from './in-memory-knowledge.js';
import { relationsIn, window } from './relations-in-memory.js';

/** The state of an entity worked out the plain way, record by record: the twin of the real store's SQL. */
export function stateIn(known: InMemoryKnowledge, root: KeptEntity, at: Date): EntityState {
  const told = strongest(known, signalsOf(known, root));
  const records = recordsAbout(known, root.id);
  return {
    entityId: root.id,
    name: root.name,
    uscc: root.uscc,
    regionCode: root.regionCode,
    address: root.address,
    businessAddress: root.businessAddress,
    feeds: [...new Set(records.map((v) => v.record.feed))].sort(),
    sample: root.sample,
    signals: told.map(({ aged }) => aged),
    quotes: new Map(
      told.flatMap(({ aged, quote }) => (quote === null ? [] : [[aged.code, quote] as const])),
    ),
    facts: factsOf(known, root, records, at),
    formerScore: root.score,
    formerTier: root.tier,
  };
}

function memberSignals(known: InMemoryKnowledge, rootId: string): KeptSignal[] {
  const members = new Set(known.membersOf(rootId).map((e) => e.id));
  return known.signals.filter((s) => members.has(s.entityId));
}

/** A branch without signals of its own has those of its parent. */
function signalsOf(known: InMemoryKnowledge, root: KeptEntity): KeptSignal[] {
  const own = memberSignals(known, root.id);
  if (own.length > 0 || root.parentId === null) return own;
  return memberSignals(known, known.rootOf(root.parentId)).map((kept) => ({
    ...kept,
    signal: { ...kept.signal, because: `所属总公司：${kept.signal.because}` },
  }));
}

function strongest(
  known: InMemoryKnowledge,
  signals: readonly KeptSignal[],
): { aged: AgedSignal; quote: string | null }[] {
  const among = signals.map((s) => known.version(s.recordId));
  const heaps = groupBy(signals, ({ signal }) => `${signal.code}\n${signal.dimension}`);
  const points = ({ signal, confidence }: KeptSignal): number => signal.weight * confidence;
  const when = (s: KeptSignal): number => known.version(s.recordId).record.occurredAt.getTime();
  return [...heaps.keys()].sort().map((code) => {
    const heap = [...(heaps.get(code) ?? [])].sort(
      (a, b) =>
        points(b) - points(a) || when(b) - when(a) || Number(a.recordId) - Number(b.recordId),
    );
    const versions = [...new Set(heap.map((s) => known.version(s.recordId)))];
    const top = heap[0]!;
    const { because, elements, scheme, halfLifeDays, dimension, evidence } = top.signal;
    const aged: AgedSignal = {
      code: top.signal.code,
      dimension,
      weight: points(top),
      because,
      elements,
      scheme,
      halfLifeDays,
      occurredAt: new Date(Math.max(...heap.map(when))),
      times: versions.length,
      persons: new Set(versions.map((v) => known.personBehind(v, among))).size,
    };
    return { aged, quote: evidence?.quote ?? null };
  });
}

function recordsAbout(known: InMemoryKnowledge, rootId: string): KeptVersion[] {
  const members = new Set(known.membersOf(rootId).map((e) => e.id));
  const links = known.links.filter((l) => members.has(l.entityId) && l.role !== 'publisher');
  const versions = new Set(links.map((l) => known.version(l.recordId)));
  return [...versions].filter((v) => v.current && v.record.operation === 'upsert');
}

function factsOf(
  known: InMemoryKnowledge,
  root: KeptEntity,
  records: readonly KeptVersion[],
  at: Date,
): EntityFacts {
  const complaints = records.filter((v) => v.record.feed === 'complaint');
  const personOf = (v: KeptVersion): string => known.personBehind(v, records);
  const over = (figure: (recent: readonly KeptVersion[]) => number): WindowCount =>
    window(records, at, figure);
  const pieces = (feed: string) => over((recent) => ofFeed(recent, feed).length);
  const stake = (heard: readonly KeptVersion[]): number =>
    [...groupBy(ofFeed(heard, 'complaint'), personOf).values()].reduce(
      (sum, heap) => sum + largest(heap, 'amount'),
      0,
    );
  const regions = (heard: readonly KeptVersion[]): number =>
    new Set(ofFeed(heard, 'complaint').flatMap((v) => v.record.payload.regionCode ?? [])).size;
  const yields = records.flatMap((v) => known.verdicts.get(v.id)?.annualYieldPercent ?? []);
  return {
    ...relationsIn(known, root, at),
    establishedOn: root.establishedOn,
    complaints: pieces('complaint'),
    complainants: over((recent) => new Set(ofFeed(recent, 'complaint').map(personOf)).size),
    complaintSums: over(stake),
    recentRegions: over(regions),
    advertisements: pieces('advertisement'),
    changes: over((recent) => ofFeed(recent, 'registration').reduce((n, v) => n + changesIn(v), 0)),
    complaintAmount: stake(records),
    complaintPeople: largest(complaints, 'people'),
    complaintRegions: regions(records),
    highestAnnualYield: yields.length === 0 ? null : Math.max(...yields),
    firstSeenAt:
      records.length === 0
        ? null
        : new Date(Math.min(...records.map((v) => v.record.occurredAt.getTime()))),
  };
}

const ofFeed = (versions: readonly KeptVersion[], feed: string): KeptVersion[] =>
  versions.filter((v) => v.record.feed === feed);

const changesIn = ({ record }: KeptVersion): number =>
  record.feed === 'registration' ? (record.payload.changes?.length ?? 0) : 0;

function largest(versions: readonly KeptVersion[], field: 'amount' | 'people'): number {
  const figures = versions.map(({ record }) =>
    record.feed === 'complaint' ? (record.payload[field] ?? 0) : 0,
  );
  return Math.max(0, ...figures);
}
