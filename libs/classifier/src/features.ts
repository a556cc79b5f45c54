/** Everything that parts clauses: no feature reaches over it. */
const PARTS = /[^\p{L}\p{N}]+/u;
const DIGITS = /\p{N}+/gu;

/** The clauses of a folded text with every number as one sign: sums and dates say nothing by themselves. */
export const clausesOf = (foldedText: string): string[] =>
  foldedText.replace(DIGITS, '0').split(PARTS);

/** Calls back with every pair and triple of neighbouring characters; repeated ones repeatedly. */
export function eachGram(foldedText: string, take: (gram: string) => void): void {
  for (const clause of clausesOf(foldedText)) {
    for (let at = 0; at + 2 <= clause.length; at++) {
      take(clause.slice(at, at + 2));
      if (at + 3 <= clause.length) take(clause.slice(at, at + 3));
    }
  }
}

/** The feature of a lexicon code; the sign keeps it apart from text. */
export const codeFeature = (code: string): string => `#${code}`;

/** The different features of a folded text and the lexicon codes found in it. */
export function featuresOf(foldedText: string, codes: readonly string[] = []): string[] {
  const features = new Set(codes.map(codeFeature));
  eachGram(foldedText, (gram) => features.add(gram));
  return [...features];
}
