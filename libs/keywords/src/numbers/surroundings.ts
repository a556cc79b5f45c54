/** The words around a number: its own clause on both sides, and its sentence. */
export interface Surroundings {
  readonly left: string;
  readonly right: string;
  readonly sentence: string;
}

const CLAUSE_STOPS = '，,、。！？!?；;\n';
const SENTENCE_STOPS = '。！？!?\n';
const CLAUSE_REACH = 22;
const SENTENCE_REACH = 48;

function reachLeft(text: string, from: number, stops: string, reach: number): number {
  let at = from;
  while (at > 0 && from - at < reach && !stops.includes(text.charAt(at - 1))) at--;
  return at;
}

function reachRight(text: string, from: number, stops: string, reach: number): number {
  let at = from;
  while (at < text.length && at - from < reach && !stops.includes(text.charAt(at))) at++;
  return at;
}

/** Looks around a span of a text. */
export function surroundingsOf(text: string, start: number, end: number): Surroundings {
  return {
    left: text.slice(reachLeft(text, start, CLAUSE_STOPS, CLAUSE_REACH), start),
    right: text.slice(end, reachRight(text, end, CLAUSE_STOPS, CLAUSE_REACH)),
    sentence: text.slice(
      reachLeft(text, start, SENTENCE_STOPS, SENTENCE_REACH),
      reachRight(text, end, SENTENCE_STOPS, SENTENCE_REACH),
    ),
  };
}

/** How far the last match of a pattern in `left` ends from its end, or Infinity. */
export function distanceLeft(left: string, pattern: RegExp): number {
  let distance = Infinity;
  for (const match of left.matchAll(pattern))
    distance = left.length - match.index - match[0].length;
  return distance;
}

/** How far the first match of a pattern in `right` begins, or Infinity. */
export function distanceRight(right: string, pattern: RegExp): number {
  for (const match of right.matchAll(pattern)) return match.index;
  return Infinity;
}
