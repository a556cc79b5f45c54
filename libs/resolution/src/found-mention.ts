import type { EntityKey, EntityRole, Mention } from '@risk/domain';
import type { FoldedName } from './fold-name.js';

/** A mention as found in a record, before it is turned into keys. */
export interface FoundMention {
  readonly mention: Mention;
  readonly role: EntityRole;
  /** Null when only a phone, a site or a code is known. */
  readonly folded: FoldedName | null;
  readonly formerNames: readonly string[];
  /** Keys besides the name. */
  readonly keys: readonly EntityKey[];
  /** Region that the record itself tells for this party: its registered place or its address. */
  readonly regionCode: string | null;
  readonly confidence: number;
  readonly because: string;
  readonly flags: readonly string[];
}

/** One key per kind and value, in the order given. */
export function uniqueKeys(keys: readonly EntityKey[]): EntityKey[] {
  const seen = new Set<string>();
  return keys.filter(({ kind, value }) => {
    const id = `${kind}:${value}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
