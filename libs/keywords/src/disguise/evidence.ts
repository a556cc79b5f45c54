import { pointAt } from '../code-points.js';
import { FOLD_KINDS, SOFT, foldKindOf } from '../fold-table.js';
import { markBetween } from '../hit-check.js';
import type { HeardSpelling } from './heard-reading.js';
import { foldsTo } from './hearing.js';
import { surroundingsWeight, weightOf, type Surroundings } from './plausibility.js';
import { soundAlike } from './sounds.js';
import { isOrdinaryPair } from './usage.js';

/** So many letters alone, without a Chinese character, are no accident: baoben, gaoxi. */
const LEAST_LETTERS = 5;

/** A run of codes that sounds like a term, and where the term's characters begin in a list of them. */
export interface HeardRun {
  readonly first: number;
  readonly last: number;
  readonly characters: ArrayLike<number>;
  readonly from: number;
}

/**
 * How much speaks for it that a run is a term in disguise, in log-odds, apart from the oddness of its surroundings;
 * nothing at all where it is not disguised.
 */
export function evidenceOf(
  spelling: HeardSpelling,
  { first, last, characters, from }: HeardRun,
): number {
  let before = neighbour(spelling, first, -1);
  let evidence = 0;
  let isDisguised = false;
  let comesFrom = false;
  let isOrdinary = false;
  let letters = 0;
  for (let k = first; k <= last; k++) {
    const meant = characters[from + k - first] ?? 0;
    const guise = spelling.guiseAt(k);
    const written = foldsTo(spelling.writtenAt(k), meant);
    const differs = guise !== 'character' || written !== meant;
    evidence += weightOf(guise, written, meant, spelling.surpriseAt(k, before));
    if (k === first) comesFrom = differs && isOrdinaryPair(before, written);
    else isOrdinary ||= isOrdinaryPair(before, written);
    isDisguised ||= differs;
    letters += written === 0 ? spelling.endOf(k) - spelling.startOf(k) : LEAST_LETTERS;
    before = written;
  }
  if (!isDisguised || letters < LEAST_LETTERS) return -Infinity;
  return (
    evidence +
    surroundingsWeight(surroundingsOf(spelling, { first, last, before, comesFrom, isOrdinary }))
  );
}

interface Borders {
  readonly first: number;
  readonly last: number;
  /** The last character of the run. */
  readonly before: number;
  readonly comesFrom: boolean;
  readonly isOrdinary: boolean;
}

function surroundingsOf(spelling: HeardSpelling, borders: Borders): Surroundings {
  const { first, last, before, comesFrom, isOrdinary } = borders;
  return {
    comesFrom,
    goesOn: isOrdinaryPair(before, neighbour(spelling, last, 1)),
    alone: isAlone(spelling, first, last),
    whole: first === 0 && last + 1 === spelling.length && !isOrdinary,
  };
}

/** The character next to a place, or 0 where none stands or a mark parts them. */
function neighbour(spelling: HeardSpelling, k: number, step: 1 | -1): number {
  const other = k + step;
  if (other < 0 || other >= spelling.length) return 0;
  return markBehind(spelling, step < 0 ? other : k) === SOFT ? 0 : spelling.writtenAt(other);
}

/** The mark between a code and the next one. */
const markBehind = (spelling: HeardSpelling, k: number): number =>
  markBetween(spelling.text, spelling.endOf(k), spelling.startOf(k + 1));

/** Whether a run is all that stands between two marks or ends of the text. */
function isAlone(spelling: HeardSpelling, first: number, last: number): boolean {
  if (first > 0 && markBehind(spelling, first - 1) === 0) return false;
  if (last + 1 < spelling.length && markBehind(spelling, last) === 0) return false;
  for (let k = first; k < last; k++) if (markBehind(spelling, k) !== 0) return false;
  return true;
}

/** What had to be undone to read a run as a term, in order of appearance. */
export function guisesOf(
  spelling: HeardSpelling,
  { first, last, characters, from }: HeardRun,
): readonly string[] {
  const found = new Set<string>();
  for (let k = first; k <= last; k++) {
    const guise = guiseOf(spelling, k, characters[from + k - first] ?? 0);
    if (guise !== null) found.add(guise);
    if (k < last && markBehind(spelling, k) !== 0) found.add('noise');
  }
  return [...found];
}

/** What turned a character of a term into what stands at a place, or null when it is the character itself. */
function guiseOf(spelling: HeardSpelling, k: number, meant: number): string | null {
  const guise = spelling.guiseAt(k);
  const written = foldsTo(spelling.writtenAt(k), meant);
  if (guise !== 'character') return guise;
  if (written !== meant) return soundAlike(written, meant) ? 'homophone' : 'look-alike';
  const cp = pointAt(spelling.text, spelling.startOf(k));
  return cp === meant ? null : (FOLD_KINDS[foldKindOf(cp)] ?? null);
}
