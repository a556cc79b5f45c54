import { pointAt } from '../code-points.js';
import { FOLD_KINDS, SOFT, foldKindOf } from '../fold-table.js';
import { markBetween } from '../hit-check.js';
import type { HeardSpelling } from './heard-reading.js';
import { foldsTo } from './hearing.js';
import { surroundingsWeight, weightOf } from './plausibility.js';
import { soundAlike } from './sounds.js';
import { isOrdinaryPair } from './usage.js';

/** So many letters alone, without a Chinese character, are no accident: baoben, gaoxi. */
const LEAST_LETTERS = 5;

/** What the characters of a run say by themselves, while they are looked at one after the other. */
class Tally {
  evidence = 0;
  isDisguised = false;
  /** Its first character is disguised and makes an ordinary word with the one before. */
  comesFrom = false;
  /** Two neighbours inside the run make an ordinary word. */
  isOrdinary = false;
  private hasCharacter = false;
  private letters = 0;

  constructor(
    private readonly spelling: HeardSpelling,
    private before: number,
  ) {}

  take(k: number, meant: number, isFirst: boolean): void {
    const { spelling, before } = this;
    const guise = spelling.guiseAt(k);
    const written = foldsTo(spelling.writtenAt(k), meant);
    this.evidence += weightOf(guise, written, meant, spelling.surpriseAt(k, before));
    const isDisguised = guise !== 'character' || written !== meant;
    this.comesFrom ||= isFirst && isDisguised && isOrdinaryPair(before, written);
    this.isDisguised ||= isDisguised;
    this.isOrdinary ||= !isFirst && isOrdinaryPair(before, written);
    if (written === 0) this.letters += spelling.endOf(k) - spelling.startOf(k);
    this.hasCharacter ||= written !== 0;
    this.before = written;
  }

  get last(): number {
    return this.before;
  }

  get isAnything(): boolean {
    return this.isDisguised && (this.hasCharacter || this.letters >= LEAST_LETTERS);
  }
}

/**
 * How much speaks for it that a run of codes is a term in disguise, in log-odds, apart from the oddness of its
 * surroundings; nothing at all where it is not disguised. `meantAt` gives the term's character at a place.
 */
export function evidenceOf(
  spelling: HeardSpelling,
  first: number,
  last: number,
  meantAt: (k: number) => number,
): number {
  const tally = new Tally(spelling, neighbour(spelling, first, -1));
  for (let k = first; k <= last; k++) tally.take(k, meantAt(k), k === first);
  if (!tally.isAnything) return -Infinity;
  const surroundings = {
    comesFrom: tally.comesFrom,
    goesOn: isOrdinaryPair(tally.last, neighbour(spelling, last, 1)),
    alone: isAlone(spelling, first, last),
    whole: first === 0 && last + 1 === spelling.length && !tally.isOrdinary,
  };
  return tally.evidence + surroundingsWeight(surroundings);
}

/** The character next to a place, or 0 where none stands or a mark parts them. */
function neighbour(spelling: HeardSpelling, k: number, step: 1 | -1): number {
  const other = k + step;
  if (other < 0 || other >= spelling.length) return 0;
  const [left, right] = step < 0 ? [other, k] : [k, other];
  const mark = markBetween(spelling.text, spelling.endOf(left), spelling.startOf(right));
  return mark === SOFT ? 0 : spelling.writtenAt(other);
}

/** Whether a run is all that stands between two marks or ends of the text. */
function isAlone(spelling: HeardSpelling, first: number, last: number): boolean {
  const { text, length } = spelling;
  const isParted = (left: number): boolean =>
    markBetween(text, spelling.endOf(left), spelling.startOf(left + 1)) !== 0;
  if (first > 0 && !isParted(first - 1)) return false;
  if (last + 1 < length && !isParted(last)) return false;
  for (let k = first; k < last; k++) if (isParted(k)) return false;
  return true;
}

/** What had to be undone to read a run as a term, in order of appearance. */
export function guisesOf(
  spelling: HeardSpelling,
  first: number,
  last: number,
  meantAt: (k: number) => number,
): readonly string[] {
  const found = new Set<string>();
  for (let k = first; k <= last; k++) {
    const guise = guiseOf(spelling, k, meantAt(k));
    if (guise !== null) found.add(guise);
    if (k < last && markBetween(spelling.text, spelling.endOf(k), spelling.startOf(k + 1)) !== 0)
      found.add('noise');
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
