import { pointAt, pointBefore, pointsOf, unitsOf } from './code-points.js';
import {
  INVISIBLE,
  NOISE,
  SOFT,
  digitOf,
  foldKindOf,
  foldedOf,
  isDigit,
  standsInWord,
} from './fold-table.js';
import type { Spelling } from './spelling.js';

/** A gap longer than this (UTF-16 units, visible or not) parts a term. */
const WIDEST_GAP = 64;
/** So many visible marks may stand between two characters of a term. */
const MOST_NOISE = 8;
/** Marks that part clauses are noise only in terms of three symbols and more. */
const LEAST_FOR_SOFT = 3;

interface Gap {
  readonly visible: number;
  readonly soft: boolean;
}
const NO_GAP: Gap = { visible: 0, soft: false };

function gapBetween(text: string, from: number, to: number): Gap {
  if (to <= from) return NO_GAP;
  let visible = 0;
  let soft = false;
  for (let at = from; at < to;) {
    const cp = pointAt(text, at);
    const kind = foldKindOf(cp);
    if (kind === NOISE || kind === SOFT) visible++;
    if (kind === SOFT) soft = true;
    at += unitsOf(cp);
  }
  return { visible, soft };
}

/** The strongest mark between two places of a text: SOFT when clauses are parted, NOISE, or 0 for none. */
export function markBetween(text: string, from: number, to: number): number {
  if (to <= from) return 0;
  const { visible, soft } = gapBetween(text, from, to);
  if (soft) return SOFT;
  return visible > 0 ? NOISE : 0;
}

/** What the gaps of one hit look like taken together. */
interface Spacing {
  loose: boolean;
  tight: boolean;
  soft: boolean;
  wordLoose: boolean;
  wordTight: boolean;
}

function note(spacing: Spacing, gap: Gap, insideWord: boolean): void {
  const loose = gap.visible > 0;
  spacing.loose ||= loose;
  spacing.tight ||= !loose;
  spacing.soft ||= gap.soft;
  spacing.wordLoose ||= insideWord && loose;
  spacing.wordTight ||= insideWord && !loose;
}

const saysDigit = (cp: number): boolean => isDigit(foldedOf(cp));

/** Adds the gap behind code k; false when it alone parts the term. */
function takeGap(spelling: Spelling, k: number, spacing: Spacing): boolean {
  const { text } = spelling;
  const from = spelling.endOf(k);
  const to = spelling.startOf(k + 1);
  if (to - from > WIDEST_GAP) return false;
  const gap = gapBetween(text, from, to);
  if (gap.visible > MOST_NOISE) return false;
  const left = pointBefore(text, from);
  const right = pointAt(text, to);
  if (gap.visible > 0 && saysDigit(left) && saysDigit(right)) return false;
  note(spacing, gap, standsInWord(left) && standsInWord(right));
  return true;
}

/** Marks with which nobody enumerates; between all characters they are strewn (彩?票?回?血). */
const SHOUTS = new Set('?？!！');

const isShout = (text: string, from: number, to: number): boolean =>
  to === from + 1 && SHOUTS.has(text.charAt(from));

/** Whether single question or exclamation marks stand between all characters and go on beyond. */
function isShouted(spelling: Spelling, first: number, last: number): boolean {
  const shoutBehind = (k: number): boolean =>
    k >= 0 &&
    k + 1 < spelling.length &&
    isShout(spelling.text, spelling.endOf(k), spelling.startOf(k + 1));
  for (let k = first; k < last; k++) if (!shoutBehind(k)) return false;
  return shoutBehind(first - 1) || shoutBehind(last);
}

/**
 * Whether the characters between those of a term are noise and no sense. Invisible characters always
 * are; visible ones may stand anywhere between Chinese characters, but between Latin letters only
 * if between all of them (b.i.t, not `bit coin`), never between two digits (2.4 is not 24), and
 * marks that part clauses only if every gap has some (高，收，益).
 */
export function gapsAllow(spelling: Spelling, first: number, last: number): boolean {
  if (spelling.isUnbroken(first, last)) return true;
  const spacing: Spacing = {
    loose: false,
    tight: false,
    soft: false,
    wordLoose: false,
    wordTight: false,
  };
  for (let k = first; k < last; k++) if (!takeGap(spelling, k, spacing)) return false;
  if (spacing.wordLoose && spacing.wordTight) return false;
  if (!spacing.soft) return true;
  if (spacing.tight) return false;
  return last - first + 1 >= LEAST_FOR_SOFT || isShouted(spelling, first, last);
}

/** Characters that make a Chinese number longer: 十三分利 is not 三分利. */
const NUMBER_WORDS = new Set(pointsOf('十百千万亿点'));
const continuesNumber = (cp: number): boolean =>
  cp >= 0 && (digitOf(cp) !== undefined || NUMBER_WORDS.has(cp));

function visibleBefore(text: string, at: number): number {
  let cp = pointBefore(text, at);
  for (let i = 0; i < 8 && cp >= 0 && foldKindOf(cp) === INVISIBLE; i++) {
    at -= unitsOf(cp);
    cp = pointBefore(text, at);
  }
  return cp;
}

function visibleAfter(text: string, at: number): number {
  for (let i = 0; i < 8 && at < text.length; i++) {
    const cp = pointAt(text, at);
    if (foldKindOf(cp) !== INVISIBLE) return cp;
    at += unitsOf(cp);
  }
  return -1;
}

/** Whether a Latin word or a number goes on across a border of the hit. */
function edgeIsFree(inner: number, outer: number, digits: boolean): boolean {
  if (standsInWord(inner) && standsInWord(outer)) return false;
  return !(digits && digitOf(inner) !== undefined && continuesNumber(outer));
}

/** Whether a span stands at word edges; `digits` minds Chinese numerals that make a number longer. */
export const edgesAllow = (text: string, start: number, end: number, digits: boolean): boolean =>
  edgeIsFree(pointAt(text, start), visibleBefore(text, start), digits) &&
  edgeIsFree(pointBefore(text, end), visibleAfter(text, end), digits);
