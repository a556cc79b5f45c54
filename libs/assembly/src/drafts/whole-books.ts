import type { RuleBook, WholeBook } from '@risk/editions';
import type { Engines } from '../compile-engines.js';
import type { PastVersions } from '../past-versions.js';

/** Adds to a book without words of its own those that judge now; they are read once. */
export function wholeBooks(
  engines: Pick<Engines, 'versions'>,
  past: Pick<PastVersions, 'lexiconOf'>,
): (book: RuleBook) => Promise<WholeBook> {
  let kept: { readonly version: string; readonly files: WholeBook['lexicon'] } | null = null;
  return async ({ rules, scoring, lexicon }) => {
    if (lexicon) return { rules, scoring, lexicon };
    const { lexicon: version } = engines.versions;
    if (kept?.version !== version) kept = { version, files: await past.lexiconOf(version) };
    return { rules, scoring, lexicon: kept.files };
  };
}
