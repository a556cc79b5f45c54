import type { EntityKey } from '@risk/domain';
import type { Candidate } from '@risk/resolution';

/** An entity found under one key. */
export interface CandidateRow {
  readonly kind: EntityKey['kind'];
  readonly value: string;
  readonly id: string;
  readonly uscc: string | null;
  readonly provisional: boolean;
  readonly folded_name: string;
  readonly region_code: string | null;
}

/** One candidate an entity, with all the keys it was found under. */
export function gatherCandidates(rows: readonly CandidateRow[]): Candidate[] {
  const found = new Map<string, Candidate & { matchedKeys: EntityKey[] }>();
  for (const row of rows) {
    const key = { kind: row.kind, value: row.value };
    const known = found.get(row.id);
    if (known) known.matchedKeys.push(key);
    else {
      found.set(row.id, {
        entityId: row.id,
        uscc: row.uscc,
        provisional: row.provisional,
        foldedName: row.folded_name,
        regionCode: row.region_code,
        matchedKeys: [key],
      });
    }
  }
  return [...found.values()];
}
