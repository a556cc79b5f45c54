import { groupBy } from '@risk/kit';
import type { ParsedItem } from '@risk/intake';

/** A version of a piece that lies in the table already. */
export interface StoredVersion {
  readonly id: string;
  readonly source: string;
  readonly source_id: string;
  readonly fingerprint: string;
  readonly occurred_at: Date;
  readonly current: boolean;
}

/** What to do with one item of a batch. */
export interface VersionPlan {
  /** False for a second delivery, here or earlier in the batch. */
  readonly isNew: boolean;
  /** Whether it becomes the version in force. */
  readonly current: boolean;
  /** The stored version in force that it pushes aside. */
  readonly replaces: string | null;
  /** Row id of the stored twin of a second delivery. */
  readonly known: string | null;
}

interface Candidate {
  readonly at: number;
  readonly index: number;
}

/**
 * Plans a batch against what is stored: each content once, the latest version in force. A late
 * arrival of an older version is kept but does not replace the newer one.
 */
export function planVersions(
  items: readonly ParsedItem[],
  stored: readonly StoredVersion[],
): VersionPlan[] {
  const pieceOf = (source: string, sourceId: string): string => `${source}\n${sourceId}`;
  const storedBy = groupBy(stored, (v) => pieceOf(v.source, v.source_id));
  const itemsBy = groupBy(
    items.map((item, index) => ({ item, index })),
    ({ item }) => pieceOf(item.record.source, item.record.sourceId),
  );
  const plan = new Array<VersionPlan>(items.length);
  for (const [piece, heap] of itemsBy) planPiece(heap, storedBy.get(piece) ?? [], plan);
  return plan;
}

function planPiece(
  heap: readonly { item: ParsedItem; index: number }[],
  stored: readonly StoredVersion[],
  plan: VersionPlan[],
): void {
  const known = new Map<string, string | null>(stored.map((v) => [v.fingerprint, v.id]));
  const fresh: Candidate[] = [];
  for (const { item, index } of heap) {
    const twin = known.get(item.record.fingerprint);
    plan[index] = {
      isNew: twin === undefined,
      current: false,
      replaces: null,
      known: twin ?? null,
    };
    if (twin !== undefined) continue;
    known.set(item.record.fingerprint, null);
    fresh.push({ at: item.record.occurredAt.getTime(), index });
  }
  const inForce = stored.find((v) => v.current);
  const newest = fresh.reduce<Candidate | null>(
    (best, c) => (best && best.at > c.at ? best : c),
    null,
  );
  if (!newest || (inForce && inForce.occurred_at.getTime() > newest.at)) return;
  plan[newest.index] = { isNew: true, current: true, replaces: inForce?.id ?? null, known: null };
}
