const PAIRS = (text: string): string =>
  String.raw`regexp_replace(${text}, '(..)', '\1' || chr(1), 'g')`;

/** The pairs of neighbouring signs in a text of SQL, as the index of names has them; a last sign may stand alone. */
export const pairsIn = (text: string): string =>
  `string_to_array(${PAIRS(text)} || chr(1) || ${PAIRS(`substr(${text}, 2)`)}, chr(1))`;

/**
 * Pairs that a name must have to hold these words, whatever the case; none of a single sign. Only ASCII letters are
 * the same in every database when they are made small, so pairs with other letters that have a case are left out.
 */
export function pairsOf(words: string): string[] {
  const signs = Array.from(words.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  const pairs = signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign);
  return [...new Set(pairs.filter((pair) => !HAS_CASE.test(pair)))];
}

const HAS_CASE = /[^\p{ASCII}\P{Cased}]|\u0001/u;
