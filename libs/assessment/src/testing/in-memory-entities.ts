import type { EntityKey, TieKind, ToldTies } from '@risk/domain';
import { groupBy, uniqueBy, type Transaction } from '@risk/kit';
import type { Candidate } from '@risk/resolution';
import {
  EntityStore,
  type EntityLink,
  type EntityMerge,
  type EntityProfile,
  type EntityState,
  type Founder,
  type Founding,
} from '../ports.js';
import type { InMemoryKnowledge, KeptEntity } from './in-memory-knowledge.js';
import { stateIn } from './state-in-memory.js';

const sameKey = (a: EntityKey, b: EntityKey): boolean => a.kind === b.kind && a.value === b.value;
const inOrder = (a: string, b: string): number => Number(a) - Number(b);

/** Entities in memory, with the promises of the real store. */
export class InMemoryEntities extends EntityStore {
  constructor(private readonly known: InMemoryKnowledge) {
    super();
  }

  candidates(_tx: Transaction, keys: readonly EntityKey[]): Promise<Candidate[]> {
    const matched = new Map<string, EntityKey[]>();
    for (const key of uniqueBy(keys, (k) => `${k.kind}:${k.value}`)) {
      const bearers = this.known.keys.filter((k) => sameKey(k.key, key));
      for (const root of new Set(bearers.map((k) => this.known.rootOf(k.entityId)))) {
        matched.set(root, [...(matched.get(root) ?? []), key]);
      }
    }
    return Promise.resolve(
      [...matched].map(([id, matchedKeys]) => {
        const { uscc, provisional, foldedName, regionCode } = this.known.entity(id);
        return { entityId: id, uscc, provisional, foldedName, regionCode, matchedKeys };
      }),
    );
  }

  found(_tx: Transaction, founders: readonly Founder[]): Promise<Founding> {
    const before = new Set(this.known.entities.map((e) => e.id));
    const ids = founders.map(({ handle, keys: _keys, ...founder }) => {
      const there = this.known.entities.find((e) => e.identity === founder.identity);
      return [handle, there?.id ?? this.foundOne(founder)] as const;
    });
    const fresh = ids.map(([, id]) => id).filter((id) => !before.has(id));
    return Promise.resolve({ idOf: new Map(ids), fresh: new Set(fresh) });
  }

  link(_tx: Transaction, links: readonly EntityLink[]): Promise<void> {
    for (const link of links) {
      const isThere = this.known.links.some(
        (l) => l.recordId === link.recordId && l.entityId === link.entityId && l.role === link.role,
      );
      if (!isThere) this.known.links.push(link);
      if (!link.sample) this.becomeReal(link.entityId);
    }
    return Promise.resolve();
  }

  addKeys(
    _tx: Transaction,
    keys: readonly { entityId: string; key: EntityKey }[],
    at: Date,
  ): Promise<void> {
    for (const one of keys) {
      const isThere = this.known.keys.some(
        (k) => k.entityId === one.entityId && sameKey(k.key, one.key),
      );
      if (!isThere) this.known.keys.push({ ...one, knownAt: at });
    }
    return Promise.resolve();
  }

  merge(_tx: Transaction, merges: readonly EntityMerge[]): Promise<void> {
    for (const { memberId, intoId: goal, because } of merges) {
      const member = this.known.entity(memberId);
      const intoId = this.known.rootOf(goal);
      const wasTakenApart = this.known.merges.some(
        (m) => m.undone && m.memberId === memberId && m.intoId === intoId,
      );
      if (member.rootId !== memberId || memberId === intoId || wasTakenApart) continue;
      for (const one of this.known.membersOf(memberId)) one.rootId = intoId;
      this.known.merges.push({ memberId, intoId, because, undone: false });
      if (!member.sample) this.becomeReal(intoId);
    }
    return Promise.resolve();
  }

  undoMerge(_tx: Transaction, memberId: string): Promise<string[]> {
    const merge = this.known.merges.find((m) => m.memberId === memberId && !m.undone);
    if (!merge) return Promise.resolve([]);
    const formerRoot = this.known.rootOf(memberId);
    merge.undone = true;
    for (const id of this.cameThrough(memberId)) this.known.entity(id).rootId = memberId;
    return Promise.resolve([formerRoot, memberId].sort(inOrder));
  }

  describe(_tx: Transaction, profiles: readonly EntityProfile[], at: Date): Promise<void> {
    for (const profile of profiles) {
      const entity = this.known.entity(profile.entityId);
      entity.name = profile.name;
      entity.regionCode = profile.regionCode ?? entity.regionCode;
      entity.address = profile.address ?? entity.address;
      entity.businessAddress = profile.businessAddress ?? entity.businessAddress;
      entity.establishedOn = profile.establishedOn ?? entity.establishedOn;
      this.adopt(entity, profile, at);
    }
    const heaps = groupBy(profiles, (p) => p.entityId);
    for (const [entityId, heap] of heaps)
      this.tell(entityId, Object.assign({}, ...heap.map((p) => p.ties)) as ToldTies, at);
    return Promise.resolve();
  }

  lockRoots(_tx: Transaction, entityIds: readonly string[]): Promise<string[]> {
    const known = this.known.entities.filter((e) => entityIds.includes(e.id));
    const roots = new Set(known.map((e) => e.rootId));
    const heirs = this.known.entities.filter(
      (e) => e.rootId === e.id && this.inheritsFrom(e, roots),
    );
    return Promise.resolve([...new Set([...roots, ...heirs.map((e) => e.id)])].sort(inOrder));
  }

  suspected(_tx: Transaction, rootIds: readonly string[]): Promise<string[]> {
    const carries = (id: string): boolean => {
      const root = this.known.entity(id);
      return root.score > 0 || stateIn(this.known, root, new Date(0)).signals.length > 0;
    };
    return Promise.resolve(rootIds.filter(carries));
  }

  statesOf(_tx: Transaction, rootIds: readonly string[], at: Date): Promise<EntityState[]> {
    const roots = [...new Set(rootIds)].sort(inOrder).map((id) => this.known.entity(id));
    return Promise.resolve(roots.map((root) => stateIn(this.known, root, at)));
  }

  private foundOne(founder: Omit<Founder, 'handle' | 'keys'>): string {
    const id = String(this.known.entities.length + 1);
    const blank = { parentId: null, parentSince: null };
    this.known.entities.push({ ...founder, ...blank, id, rootId: id, score: 0, tier: 'none' });
    return id;
  }

  private becomeReal(entityId: string): void {
    const entity = this.known.entity(entityId);
    entity.sample = false;
    this.known.entity(entity.rootId).sample = false;
  }

  /** A member and all that had been joined to it before. */
  private cameThrough(memberId: string): string[] {
    const earlier = this.known.merges.filter((m) => !m.undone && m.intoId === memberId);
    return [memberId, ...earlier.flatMap((m) => this.cameThrough(m.memberId))];
  }

  private adopt(entity: KeptEntity, profile: EntityProfile, at: Date): void {
    const parentId = this.parentOf(profile) ?? entity.parentId;
    if (parentId === entity.parentId) return;
    entity.parentId = parentId;
    entity.parentSince = at;
  }

  /** A kind that is told ends what stood of it and is not told again. */
  private tell(entityId: string, ties: ToldTies, at: Date): void {
    for (const [kind, values] of Object.entries(ties) as [TieKind, readonly string[]][]) {
      const stands = this.known.ties.filter(
        (t) => t.entityId === entityId && t.kind === kind && t.endedAt === null,
      );
      for (const tie of stands) if (!values.includes(tie.value)) tie.endedAt = at;
      const told = values.filter((value) => !stands.some((t) => t.value === value));
      for (const value of told)
        this.known.ties.push({ entityId, kind, value, knownAt: at, endedAt: null });
    }
  }

  private parentOf({ entityId, parentKeys }: EntityProfile): string | null {
    const bearers = this.known.keys.filter((k) => parentKeys.some((p) => sameKey(p, k.key)));
    const roots = bearers.map((k) => this.known.rootOf(k.entityId)).filter((id) => id !== entityId);
    return roots.sort(inOrder)[0] ?? null;
  }

  private inheritsFrom(heir: KeptEntity, roots: ReadonlySet<string>): boolean {
    if (heir.parentId === null || !roots.has(this.known.rootOf(heir.parentId))) return false;
    const own = new Set(this.known.membersOf(heir.id).map((e) => e.id));
    return !this.known.signals.some((s) => own.has(s.entityId));
  }
}
