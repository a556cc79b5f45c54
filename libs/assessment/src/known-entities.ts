import type { EntityKey } from '@risk/domain';
import type { Candidate } from '@risk/resolution';
import type { Founder } from './ports.js';

const idOf = ({ kind, value }: EntityKey): string => `${kind}:${value}`;

/** The entities a batch may mean: those of the store and those the batch itself founds. */
export class KnownEntities {
  private readonly byId = new Map<string, Omit<Candidate, 'matchedKeys'>>();
  private readonly byKey = new Map<string, Set<string>>();
  private readonly rootOf = new Map<string, string>();

  constructor(stored: readonly Candidate[]) {
    for (const { matchedKeys, ...entity } of stored) this.put(entity, matchedKeys);
  }

  has(entityId: string): boolean {
    return this.byId.has(entityId);
  }

  add({ handle, uscc, provisional, foldedName, regionCode, keys }: Founder): void {
    this.put({ entityId: handle, uscc, provisional, foldedName, regionCode }, keys);
  }

  /** A member becomes part of another entity: whoever looks for one finds the other. */
  join(memberId: string, intoId: string): void {
    this.byId.delete(memberId);
    this.rootOf.set(memberId, intoId);
  }

  /** Candidates that share at least one of the keys, with the keys they share. */
  sharing(keys: readonly EntityKey[]): Candidate[] {
    const matched = new Map<string, EntityKey[]>();
    for (const key of keys) {
      const bearers = [...(this.byKey.get(idOf(key)) ?? [])];
      for (const entityId of new Set(bearers.map((id) => this.rootOf.get(id) ?? id))) {
        matched.set(entityId, [...(matched.get(entityId) ?? []), key]);
      }
    }
    return [...matched].flatMap(([entityId, matchedKeys]) => {
      const entity = this.byId.get(entityId);
      return entity ? [{ ...entity, matchedKeys }] : [];
    });
  }

  /** Keys that an entity did not have yet; from now on it has them. */
  newKeysOf(entityId: string, keys: readonly EntityKey[]): EntityKey[] {
    return keys.filter((key) => {
      if (this.byKey.get(idOf(key))?.has(entityId)) return false;
      this.note(entityId, key);
      return true;
    });
  }

  private put(entity: Omit<Candidate, 'matchedKeys'>, keys: readonly EntityKey[]): void {
    this.byId.set(entity.entityId, entity);
    for (const key of keys) this.note(entity.entityId, key);
  }

  private note(entityId: string, key: EntityKey): void {
    const bearers = this.byKey.get(idOf(key));
    if (bearers) bearers.add(entityId);
    else this.byKey.set(idOf(key), new Set([entityId]));
  }
}
