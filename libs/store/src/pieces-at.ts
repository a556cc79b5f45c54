import type { Database } from './database.js';

/** In two halves, each with its index: one expression of both would be looked for in every record. */
const VERSIONS = `
  select r.id, r.source, r.source_id
  from record r join assessment a on a.record_id = r.id and a.assessed_at <= $2
  where r.piece_of = any ($1::bigint[]) or (r.piece_of is null and r.id = any ($1::bigint[]))
  order by r.id
`;

const RELATIONS = `
  select record_id, source, related_id from record_relation where record_id = any ($1::bigint[])
`;

interface VersionRow {
  readonly id: string;
  readonly source: string;
  readonly source_id: string;
}

interface RelationRow {
  readonly record_id: string;
  readonly source: string;
  readonly related_id: string;
}

/**
 * Groups of repeated and merged pieces as they were at a moment: of every version in today's groups, the name
 * of the group that the relations known then had put it in.
 */
export async function piecesAt(
  database: Database,
  groups: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  if (groups.length === 0) return new Map();
  const versions = await database.rows<VersionRow>(VERSIONS, [[...new Set(groups)], at]);
  const relations = await database.rows<RelationRow>(RELATIONS, [versions.map(({ id }) => id)]);
  return joinPieces(versions, relations);
}

/** Joins versions of one piece, and pieces that name each other; a group bears the id of its first version. */
function joinPieces(
  versions: readonly VersionRow[],
  relations: readonly RelationRow[],
): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const into = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next;
    return root;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) into.set(other, one);
  };
  for (const { id, source, source_id } of versions) {
    const piece = `${source}\n${source_id}`;
    join(first.get(piece) ?? id, id);
    if (!first.has(piece)) first.set(piece, id);
  }
  for (const { record_id, source, related_id } of relations) {
    const named = first.get(`${source}\n${related_id}`);
    if (named !== undefined) join(named, record_id);
  }
  return new Map(versions.map(({ id }) => [id, rootOf(id)]));
}
