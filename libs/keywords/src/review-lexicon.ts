import { foldText } from './fold-text.js';
import type { KeywordEngine } from './keyword-engine.js';
import type { Lexicon, LexiconEntry, LexiconTerm } from './lexicon.js';
import { ruleOf } from './parse-lexicon.js';

const written = (term: LexiconTerm): string => ruleOf(term).term;
/** Longer terms are of use where disguises count: 保本高息 betrays itself behind 宝本高息, 保本 alone does not. */
const isBare = (entry: LexiconEntry, term: LexiconTerm): boolean =>
  typeof term === 'string' && entry.policy === 'plain';

/** Terms that stand twice in one code, or in two codes that speak in the same fields. */
function duplicates({ entries }: Lexicon): string[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) =>
    entry.terms.flatMap((term) => {
      const key = `${foldText(written(term))} ${(entry.fields ?? []).join(' ')}`;
      const owner = owners.get(key);
      owners.set(key, entry.code);
      return owner === undefined
        ? []
        : [`词条“${written(term)}”在“${owner}”和“${entry.code}”中重复`];
    }),
  );
}

/** Plain terms that hold a plain term of the same code: whoever has the shorter one does not need them. */
function shadowed({ entries }: Lexicon): string[] {
  return entries.flatMap((entry) => shadowedIn(entry));
}

function shadowedIn(entry: LexiconEntry): string[] {
  const words = entry.terms.filter((term) => isBare(entry, term)).map(written);
  const set = new Set(words);
  return words.flatMap((word) => {
    const shorter = partsOf(word).find((part) => set.has(part));
    return shorter === undefined
      ? []
      : [`“${entry.code}”的词条“${word}”已被更短的“${shorter}”涵盖，不必再写`];
  });
}

function partsOf(word: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < word.length; from++)
    for (let to = from + 1; to <= word.length; to++)
      if (to - from < word.length) parts.push(word.slice(from, to));
  return parts;
}

/** Terms that never count, because an allow phrase or a cue of the same lexicon covers them wherever they stand. */
function contradicted({ entries }: Lexicon, engine: KeywordEngine): string[] {
  return entries.flatMap((entry) =>
    entry.terms.flatMap((term) => {
      const hits = engine.scan(written(term)).filter((hit) => hit.code === entry.code);
      if (hits.some((hit) => hit.suppressed === null)) return [];
      const why = hits[0]?.suppressed ?? '放行短语';
      return [`“${entry.code}”的词条“${written(term)}”自身就被${why}盖住，永远不计分`];
    }),
  );
}

/** What a person should look at in a lexicon that can be used: duplicate, shadowed and contradictory terms. */
export function reviewLexicon(lexicon: Lexicon, engine: KeywordEngine): readonly string[] {
  return [...duplicates(lexicon), ...shadowed(lexicon), ...contradicted(lexicon, engine)];
}
