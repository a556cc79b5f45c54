import type { CompiledTerm } from './compiled-term.js';
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
import { symbolsOf, type Profile } from './profile.js';
import type { Reading } from './reading.js';

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
function takeGap(reading: Reading, k: number, spacing: Spacing): boolean {
  const { text } = reading;
  const from = reading.endOf(k);
  const to = reading.startOf(k + 1);
  if (to - from > WIDEST_GAP) return false;
  const gap = gapBetween(text, from, to);
  if (gap.visible > MOST_NOISE) return false;
  const left = pointBefore(text, from);
  const right = pointAt(text, to);
  if (gap.visible > 0 && saysDigit(left) && saysDigit(right)) return false;
  note(spacing, gap, standsInWord(left) && standsInWord(right));
  return true;
}

/** Whether the symbols stand unit by unit, as they do in most hits. */
function isUnbroken(reading: Reading, first: number, last: number): boolean {
  for (let k = first; k < last; k++)
    if (reading.startOf(k + 1) !== (reading.lasts[k] ?? 0) + 1) return false;
  return true;
}

/**
 * Whether the characters between those of a term are noise and no sense. Invisible characters always
 * are; visible ones may stand anywhere between Chinese characters, but between Latin letters only
 * if between all of them (b.i.t, not `bit coin`), never between two digits (2.4 is not 24), and
 * marks that part clauses only if every gap has some (高，收，益).
 */
function gapsAllow(reading: Reading, first: number, last: number): boolean {
  if (isUnbroken(reading, first, last)) return true;
  const spacing: Spacing = {
    loose: false,
    tight: false,
    soft: false,
    wordLoose: false,
    wordTight: false,
  };
  for (let k = first; k < last; k++) if (!takeGap(reading, k, spacing)) return false;
  if (spacing.wordLoose && spacing.wordTight) return false;
  return !spacing.soft || (!spacing.tight && last - first + 1 >= LEAST_FOR_SOFT);
}

/** Characters that make a Chinese number longer: 十三分利 is not 三分利. */
const NUMBER_WORDS = new Set(pointsOf('十百千万亿点'));
const continuesNumber = (cp: number): boolean =>
  cp >= 0 && (digitOf(cp) !== undefined || NUMBER_WORDS.has(cp));

const foldsDigits = (profile: Profile): boolean =>
  profile === 'digits' || profile === 'digits-repeat';

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

function edgesAllow(text: string, start: number, end: number, profile: Profile): boolean {
  const digits = foldsDigits(profile);
  return (
    edgeIsFree(pointAt(text, start), visibleBefore(text, start), digits) &&
    edgeIsFree(pointBefore(text, end), visibleAfter(text, end), digits)
  );
}

function runsAllow(reading: Reading, term: CompiledTerm, first: number): boolean {
  return term.counts.every((count, i) => (reading.counts[first + i] ?? 0) >= count);
}

/**
 * How many characters of a homophone hit may be written differently: at least one (else it is no
 * homophone), and at least one must stand as it is, since sounds alone coincide too often.
 */
function soundsAllow(reading: Reading, term: CompiledTerm, first: number): boolean {
  const different = term.folded.filter(
    (symbol, i) =>
      symbolsOf('folded', pointAt(reading.text, reading.startOf(first + i)))[0] !== symbol,
  ).length;
  return different > 0 && different < term.folded.length;
}

/** Whether a run of codes that spells a term is a hit of it. */
export function isHit(
  reading: Reading,
  term: CompiledTerm,
  first: number,
  profile: Profile,
): boolean {
  const last = first + term.symbols.length - 1;
  if (!reading.begins(first) || !reading.ends(last)) return false;
  const start = reading.startOf(first);
  const end = reading.endOf(last);
  if (term.edges && !edgesAllow(reading.text, start, end, profile)) return false;
  if (profile === 'exact') return true;
  if (profile === 'repeat' || profile === 'digits-repeat')
    if (!runsAllow(reading, term, first)) return false;
  if (profile === 'homophone' && !soundsAllow(reading, term, first)) return false;
  return gapsAllow(reading, first, last);
}
