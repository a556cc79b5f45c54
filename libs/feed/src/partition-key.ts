import type { Feed } from '@risk/domain';

/** An envelope before any door looked at it: anything may be in it. */
export type RawEnvelope = Readonly<Record<string, unknown>>;

/** Where each feed names its subject: first the party itself, then whom it names. */
const PARTIES: Readonly<Record<Feed, (payload: RawEnvelope) => readonly unknown[]>> = {
  registration: (payload) => [payload],
  complaint: (payload) => listOf(payload['targets']),
  advertisement: (payload) => [payload['advertiser'], payload['publisher']],
};
const MARKS = ['uscc', 'name', 'phone', 'website', 'app'] as const;

/**
 * What keeps one subject's records in one partition: the credit code, else the folded name or another mark,
 * else the record's own number, so that at least its later versions follow it.
 */
export function partitionKeyOf(feed: Feed, envelope: RawEnvelope): string | null {
  for (const party of PARTIES[feed](recordOf(envelope['payload']))) {
    const mark = markOf(recordOf(party));
    if (mark !== null) return mark;
  }
  return textOf(envelope['sourceId']);
}

const markOf = (party: RawEnvelope): string | null =>
  MARKS.map((mark) => foldedOf(party[mark])).find((mark) => mark !== null) ?? null;

/** Full width and half width, capitals and small letters, brackets and blanks make no difference. */
function foldedOf(value: unknown): string | null {
  const text = textOf(value);
  const folded = text
    ?.normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}〔〕【】“”"'·.,，。、]/gu, '');
  return folded === undefined || folded === '' ? null : folded;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

const recordOf = (value: unknown): RawEnvelope =>
  typeof value === 'object' && value !== null ? (value as RawEnvelope) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
