import { foldText } from './fold-text.js';
import type { KeywordEngine } from './keyword-engine.js';
import type { Meaning } from './lexicon.js';
import { placedTerms, ruleOf, type LexiconSource, type PlacedTerm } from './parse-lexicon.js';
import { namedCue } from './transform-name.js';

const written = ({ term }: PlacedTerm): string => ruleOf(term).term;
/** Longer terms are of use where disguises count: 保本高息 betrays itself behind 宝本高息, 保本 alone does not. */
const isBare = ({ entry, term }: PlacedTerm): boolean =>
  typeof term === 'string' && entry.policy === 'plain';

/** Terms that stand twice in one code, or in two codes that speak in one field. */
function duplicates(terms: readonly PlacedTerm[]): string[] {
  const owners = new Map<string, PlacedTerm[]>();
  return terms.flatMap((placed) => {
    const word = foldText(written(placed));
    const known = owners.get(word) ?? [];
    owners.set(word, [...known, placed]);
    const owner = known.find((other) => meet(other.entry.fields, placed.entry.fields));
    return owner === undefined
      ? []
      : [
          `${placed.where}：“${placed.entry.code}”的词条“${written(placed)}”重复，已写在 ${owner.where}（“${owner.entry.code}”）`,
        ];
  });
}

/** Whether two codes speak in one field; one for some fields may say more than one for all. */
const meet = (a: Meaning['fields'], b: Meaning['fields']): boolean =>
  a === undefined || b === undefined ? a === b : a.some((field) => b.includes(field));

/** Plain terms that hold a plain term of the same code: whoever has the shorter one does not need them. */
function shadowed(terms: readonly PlacedTerm[]): string[] {
  const bare = terms.filter(isBare);
  const keyOf = (code: string, word: string): string => `${code} ${word}`;
  const known = new Set(bare.map((placed) => keyOf(placed.entry.code, written(placed))));
  return bare.flatMap((placed) => {
    const { code } = placed.entry;
    const word = written(placed);
    const shorter = partsOf(word).find((part) => known.has(keyOf(code, part)));
    return shorter === undefined
      ? []
      : [`${placed.where}：“${code}”的词条“${word}”已被更短的“${shorter}”涵盖，不必再写`];
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
function contradicted(terms: readonly PlacedTerm[], engine: KeywordEngine): string[] {
  return terms.flatMap((placed) => {
    const { code } = placed.entry;
    const hits = engine.scan(written(placed)).filter((hit) => hit.code === code);
    if (hits.some((hit) => hit.suppressed === null)) return [];
    const why = hits[0]?.suppressed;
    const cover = why ? `语境提示词“${namedCue(why)?.quote ?? why}”` : '放行短语';
    return [`${placed.where}：“${code}”的词条“${written(placed)}”自身就被${cover}盖住，永远不计分`];
  });
}

/** What a person should look at in a lexicon that can be used: duplicate, shadowed and contradictory terms. */
export function reviewLexicon(
  sources: readonly LexiconSource[],
  engine: KeywordEngine,
): readonly string[] {
  const terms = placedTerms(sources);
  return [...duplicates(terms), ...shadowed(terms), ...contradicted(terms, engine)];
}
