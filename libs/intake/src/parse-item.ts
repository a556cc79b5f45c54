import type { ParsedItem, RawItem, RefusedItem } from './ports.js';
import { parseBytes } from './parse-bytes.js';
import { parseEnvelope, type Pseudonym } from './parse-envelope.js';
import type { SourceBook } from './source-book.js';

/** What reading an item gave. */
export type ReadItem = { readonly good: ParsedItem } | { readonly refused: RefusedItem };

/** Reads one item from any door; the reporter leaves the record here and goes on to the vault alone. */
export function parseItem(item: RawItem, sources: SourceBook, pseudonymOf: Pseudonym): ReadItem {
  const { feed, bytes, value } = item;
  const outcome =
    value === undefined
      ? parseBytes(feed, bytes, sources, pseudonymOf)
      : parseEnvelope(feed, value, sources, pseudonymOf);
  if (outcome.kind === 'refused') {
    return { refused: { item, source: outcome.source, reason: outcome.reason } };
  }
  return { good: { item, record: outcome.record, reporter: outcome.reporter } };
}
