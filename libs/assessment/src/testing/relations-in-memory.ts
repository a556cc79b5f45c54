import {
  MOST_COUNTED,
  MOST_RELATED,
  tieCounts,
  type EntityRelations,
  type TieKind,
  type WindowCount,
} from '@risk/domain';
import { chinaDay, uniqueBy } from '@risk/kit';
import type { InMemoryKnowledge, KeptEntity, KeptVersion } from './in-memory-knowledge.js';

const DAY = 86_400_000;

type Kind = TieKind | 'phone';
interface Key {
  readonly kind: Kind;
  readonly value: string;
}
interface Borne extends Key {
  readonly entityId: string;
}
interface Other extends Key {
  readonly root: KeptEntity;
  readonly isRelative: boolean;
}

/** Who is related to an entity, worked out key by key: the twin of the real store's SQL. */
export function relationsIn(known: InMemoryKnowledge, root: KeptEntity, at: Date): EntityRelations {
  const others = othersOf(known, root, at);
  const count = (kind: Kind): number =>
    Math.min(MOST_COUNTED, rootsOf(others.filter((o) => o.kind === kind)).length);
  const affiliates = others.filter((o) => o.isRelative && !['phone', 'parent'].includes(o.kind));
  const relatives = others.filter((o) => o.isRelative && o.kind !== 'parent');
  const heard = heardOf(known, root, rootsOf(relatives), at);
  const newAt = (kind: Kind): WindowCount =>
    established(rootsOf(others.filter((o) => o.kind === kind)), at);
  const complainants = (of: readonly Other[]): WindowCount =>
    window(heardOf(known, root, rootsOf(of), at), at, (recent) => {
      const complaints = recent.filter((v) => v.record.feed === 'complaint');
      return new Set(complaints.map((v) => known.personBehind(v, heard))).size;
    });
  return {
    samePhone: count('phone'),
    sameAddress: count('address'),
    sameRepresentative: count('representative'),
    sameShareholder: count('shareholder'),
    newAffiliates: established(rootsOf(affiliates), at),
    branches: count('parent'),
    newBranches: established(rootsOf(others.filter((o) => o.kind === 'parent')), at),
    newAtPhone: newAt('phone'),
    newAtAddress: newAt('address'),
    relatedComplainants: complainants(relatives),
    complainantsAtPhone: complainants(relatives.filter((o) => o.kind === 'phone')),
    complainantsAtAddress: complainants(relatives.filter((o) => o.kind === 'address')),
    relatedAdvertisements: window(
      heard,
      at,
      (recent) => recent.filter((v) => v.record.feed === 'advertisement').length,
    ),
  };
}

const rootsOf = (others: readonly Other[]): KeptEntity[] => [...new Set(others.map((o) => o.root))];

function othersOf(known: InMemoryKnowledge, root: KeptEntity, at: Date): Other[] {
  const borne = keysAt(known, at);
  const isOwn = ({ entityId }: Borne): boolean => known.rootOf(entityId) === root.id;
  const own = known.keys.filter(
    (k) => k.key.kind === 'name' && k.knownAt <= at && known.rootOf(k.entityId) === root.id,
  );
  const keys: Key[] = [
    ...borne.filter((b) => b.kind !== 'parent' && isOwn(b)),
    ...own.map(({ key }) => ({ kind: 'parent' as const, value: key.value })),
  ];
  return uniqueBy(keys, ({ kind, value }) => `${kind}:${value}`).flatMap(({ kind, value }) => {
    const bearers = borne.filter((b) => b.kind === kind && b.value === value);
    const ids = [...new Set(bearers.map((b) => b.entityId))].sort((a, b) => Number(a) - Number(b));
    const seen = ids.slice(0, MOST_COUNTED + 1);
    return seen
      .map((id) => known.entity(known.rootOf(id)))
      .filter((other) => other !== root && other.sample === root.sample)
      .map((other) => ({ kind, value, root: other, isRelative: seen.length <= MOST_RELATED }));
  });
}

/** Phones and ties that count at the moment, with who bears them. */
function keysAt(known: InMemoryKnowledge, at: Date): Borne[] {
  const phones = known.keys.filter(({ key, knownAt }) => key.kind === 'phone' && knownAt <= at);
  return [
    ...phones.map(({ entityId, key }) => ({ entityId, kind: 'phone' as const, value: key.value })),
    ...known.ties.filter((tie) => tieCounts(tie, at)),
  ];
}

/** Complaints and advertisements of 90 days about relatives that do not name the entity itself. */
function heardOf(
  known: InMemoryKnowledge,
  root: KeptEntity,
  relatives: readonly KeptEntity[],
  at: Date,
): KeptVersion[] {
  const about = (version: KeptVersion): Set<string> => {
    const links = known.links.filter((l) => l.recordId === version.id && l.role !== 'publisher');
    return new Set(links.map((l) => known.rootOf(l.entityId)));
  };
  return known.versions.filter((version) => {
    const { record, current } = version;
    if (!current || record.operation !== 'upsert' || record.feed === 'registration') return false;
    if (at.getTime() - record.occurredAt.getTime() >= 90 * DAY) return false;
    const named = about(version);
    return !named.has(root.id) && relatives.some((one) => named.has(one.id));
  });
}

/** A figure over the versions of the last 7, 30 and 90 days. */
export function window(
  versions: readonly KeptVersion[],
  at: Date,
  figure: (recent: readonly KeptVersion[]) => number,
): WindowCount {
  const within = (days: number): number =>
    figure(versions.filter((v) => at.getTime() - v.record.occurredAt.getTime() < days * DAY));
  return { d7: within(7), d30: within(30), d90: within(90) };
}

function established(roots: readonly KeptEntity[], at: Date): WindowCount {
  const today = Date.parse(chinaDay(at));
  const ages = roots.flatMap(({ establishedOn }) =>
    establishedOn === null ? [] : [(today - Date.parse(establishedOn)) / DAY],
  );
  const within = (days: number): number => ages.filter((age) => age >= 0 && age < days).length;
  return { d7: within(7), d30: within(30), d90: within(90) };
}
