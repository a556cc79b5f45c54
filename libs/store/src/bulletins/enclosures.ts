import type { Attachment, Enclosure } from '@risk/alerting';
import { groupBy } from '@risk/kit';
import type { Database } from '../database.js';

/** A notice that may carry a bulletin. */
interface Carrier {
  readonly id: string;
  readonly bulletinId: string | null;
  readonly receipt: string | null;
}

interface FileRow {
  readonly bulletinId: string;
  readonly name: string;
  readonly role: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const FILES = `
  select bulletin_id as "bulletinId", name, role, media_type as "mediaType", bytes
  from bulletin_file where bulletin_id = any ($1) and role <> 'plain' order by bulletin_id, role, name
`;

/** What notices carry, by notice; the files of a bulletin are read once for all who get it. */
export async function enclosuresOf(
  database: Pick<Database, 'rows'>,
  carriers: readonly Carrier[],
): Promise<ReadonlyMap<string, Enclosure>> {
  const wanted = [...new Set(carriers.flatMap(({ bulletinId }) => bulletinId ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await database.rows<FileRow>(FILES, [wanted]);
  const filesOf = groupBy(rows, ({ bulletinId }) => bulletinId);
  return new Map(
    carriers.flatMap(({ id, bulletinId, receipt }): [string, Enclosure][] => {
      if (bulletinId === null || receipt === null) return [];
      return [[id, enclosureFrom(filesOf.get(bulletinId) ?? [], receipt)]];
    }),
  );
}

function enclosureFrom(files: readonly FileRow[], receipt: string): Enclosure {
  const html = files.find(({ role }) => role === 'mail')?.bytes.toString('utf8') ?? '';
  return { html, receipt, files: files.filter(({ role }) => role !== 'mail').map(attachmentFrom) };
}

/** A picture of the HTML is called by its name there. */
const attachmentFrom = ({ name, role, mediaType, bytes }: FileRow): Attachment => ({
  name,
  mediaType,
  bytes,
  cid: role === 'picture' ? name : null,
});
