import type { Mention } from './assessment.js';
import type { ToldTies } from './entity-tie.js';

/** What can identify an entity, from strongest to weakest. */
export type EntityKeyKind = 'uscc' | 'regno' | 'name' | 'website' | 'app' | 'wechat' | 'phone';

export interface EntityKey {
  readonly kind: EntityKeyKind;
  /** Folded value. */
  readonly value: string;
}

/** In what part an entity stands in a record. */
export type EntityRole = 'subject' | 'target' | 'advertiser' | 'publisher';

/** A mention with the keys under which its entity can be found or founded. */
export interface ResolvedMention {
  readonly mention: Mention;
  readonly role: EntityRole;
  /** Folded full name, the display name's key; empty when only a phone or site is known. */
  readonly foldedName: string;
  readonly keys: readonly EntityKey[];
  /** Name keys of the parent when this is a branch without a code of its own. */
  readonly parentKeys: readonly EntityKey[];
  /** What its own registration ties it to; nothing in any other record. */
  readonly ties: ToldTies;
  /** Region code of the registered place if the record tells, else null. */
  readonly regionCode: string | null;
  /** How sure it is that the record is about this entity, 0 to 1. */
  readonly confidence: number;
  readonly because: string;
  /** Remarks for people: `统一社会信用代码校验位不符` … */
  readonly flags: readonly string[];
}

/** The identity string of a set of keys: its strongest key; two founders of one entity collide on it. */
export function identityOf(keys: readonly EntityKey[]): string | null {
  const order: readonly EntityKeyKind[] = [
    'uscc',
    'regno',
    'name',
    'website',
    'app',
    'wechat',
    'phone',
  ];
  for (const kind of order) {
    const key = keys.find((k) => k.kind === kind);
    if (key) return `${key.kind}:${key.value}`;
  }
  return null;
}
