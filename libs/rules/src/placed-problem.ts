/** A sentence that refuses rules, taken apart: which rule it is about, where in it, and what is wrong. */
export interface PlacedProblem {
  /** Null where it is about no rule in particular. */
  readonly rule: string | null;
  /** A path in the rule such as `when.all[1].text`; empty where it is about the whole. */
  readonly at: string;
  readonly says: string;
}

const SENTENCE = /^[^›：]+ › (?:(?<rule>[A-Z]{2}-[A-Z0-9-]+) › )?(?<at>[^›：]*)：(?<says>.*)$/su;
const ID = /^[A-Z]{2}-[A-Z0-9-]+$/u;
const IN_LIST = /^rules\[\d+\]\.?/u;

/** Reads back where a sentence of `compileRules` points; any other sentence is about no rule. */
export function placedProblem(sentence: string): PlacedProblem {
  const { rule, at = '', says } = SENTENCE.exec(sentence)?.groups ?? {};
  if (says === undefined) return { rule: null, at: '', says: sentence };
  if (rule !== undefined) return { rule, at: at.replace(IN_LIST, ''), says };
  return ID.test(at) ? { rule: at, at: '', says } : { rule: null, at: '', says: sentence };
}

/** The path that a place names: `examples[0].given` is `['examples', 0, 'given']`. */
export const pathOf = (at: string): readonly (string | number)[] =>
  [...at.matchAll(/\[(\d+)\]|[^.[\]]+/gu)].map(([part, index]) =>
    index === undefined ? part : Number(index),
  );
