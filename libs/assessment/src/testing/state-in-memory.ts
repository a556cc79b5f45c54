import { recall } from '../memory/recall.js';
import { countingSignals, type RememberedRecord } from '../memory/entity-memory.js';
import type { EntityState } from '../ports.js';
import type { InMemoryKnowledge, KeptEntity, KeptVersion } from './in-memory-knowledge.js';
import { relationsIn } from './relations-in-memory.js';

/** The state of an entity recalled record by record: the twin of the real store's SQL. */
export function stateIn(known: InMemoryKnowledge, root: KeptEntity, at: Date): EntityState {
  const { name, uscc, establishedOn } = root;
  const memory = {
    entityId: root.id,
    name,
    uscc,
    establishedOn,
    records: recordsAbout(known, root.id),
    parent: root.parentId === null ? [] : recordsAbout(known, known.rootOf(root.parentId)),
    relations: relationsIn(known, root, at),
  };
  return {
    ...recall(memory, at),
    entityId: root.id,
    name,
    uscc,
    regionCode: root.regionCode,
    address: root.address,
    businessAddress: root.businessAddress,
    sample: root.sample,
    formerScore: root.score,
    formerTier: root.tier,
  };
}

function recordsAbout(known: InMemoryKnowledge, rootId: string): RememberedRecord[] {
  const members = new Set(known.membersOf(rootId).map((e) => e.id));
  const links = known.links.filter((l) => members.has(l.entityId) && l.role !== 'publisher');
  const versions = new Set(links.map((l) => known.version(l.recordId)));
  return [...versions]
    .filter((v) => v.current && v.record.operation === 'upsert')
    .map((version) => remembered(known, version, surest(links, version.id)));
}

const surest = (links: InMemoryKnowledge['links'], recordId: string): number =>
  Math.max(...links.flatMap((l) => (l.recordId === recordId ? [l.confidence] : [])));

function remembered(
  known: InMemoryKnowledge,
  { id, record }: KeptVersion,
  confidence: number,
): RememberedRecord {
  const { feed, occurredAt, reporterKey, payload } = record;
  const verdict = known.verdicts.get(id);
  return {
    recordId: id,
    feed,
    occurredAt,
    group: known.groupNameOf(id),
    reporterKey,
    regionCode: payload.regionCode ?? null,
    amount: record.feed === 'complaint' ? (record.payload.amount ?? null) : null,
    people: record.feed === 'complaint' ? (record.payload.people ?? null) : null,
    changes: record.feed === 'registration' ? (record.payload.changes?.length ?? 0) : 0,
    confidence,
    signals: verdict ? countingSignals(verdict) : [],
    annualYield: verdict?.annualYieldPercent ?? null,
  };
}
