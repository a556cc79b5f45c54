import { pointsOf } from '../code-points.js';
import { looksLike, sharePart } from '../shapes.js';
import { soundAlike } from './sounds.js';
import { isOrdinaryPair, rarityOf } from './usage.js';

/**
 * How a character of the text came to stand for one of the term. `same` is the character itself; `split` two
 * characters that make it; `pinyin` its letters; `initial` the first of them.
 */
export type Guise = 'character' | 'split' | 'pinyin' | 'initial';

/**
 * Weights of the evidence, in log-odds. A noisy channel: characters that surprise in their place speak for a disguise,
 * likeness in sound and part for this very term, an odd neighbourhood for disguises at all; each character costs,
 * because long terms are rare too. Calibrated by logistic regression on public obfuscated messages and ordinary texts
 * (docs/decisions/0008-disguises-by-evidence.md).
 */
const WEIGHTS = {
  base: -4,
  same: -0.78,
  sameSurprise: 0.91,
  other: -1.47,
  otherSurprise: 0.53,
  soundAndPart: 0.8,
  soundOnly: -0.44,
  partOnly: -0.41,
  looksOnly: -2.97,
  split: -0.6,
  pinyin: 2.4,
  initial: -0.8,
  custom: 1.3,
  comesFrom: -1.4,
  goesOn: -1.7,
  alone: 0.75,
  whole: 2.2,
  oddness: 5.5,
} as const;

/** Letters that everybody types for one character: V信 is 微信. */
const CUSTOMS: ReadonlySet<number> = new Set(pointsOf('微'));

/** What a likeness in sound or shape adds. */
function likenessWeight(written: number, meant: number): number {
  const part = sharePart(written, meant);
  if (soundAlike(written, meant)) return part ? WEIGHTS.soundAndPart : WEIGHTS.soundOnly;
  if (part) return WEIGHTS.partOnly;
  return looksLike(written, meant) ? WEIGHTS.looksOnly : WEIGHTS.partOnly;
}

function guiseWeight(guise: Guise, written: number, meant: number): number {
  if (guise === 'pinyin') return WEIGHTS.pinyin;
  if (guise === 'initial') return CUSTOMS.has(meant) ? WEIGHTS.custom : WEIGHTS.initial;
  const likeness = written === meant ? 0 : likenessWeight(written, meant);
  return guise === 'split' ? WEIGHTS.split + likeness : likeness;
}

/**
 * What one character of a text says about whether a term is meant, where the term has `meant`. `written` is the
 * character of the text, or what a split one makes, or 0 for letters; `surprise` in powers of ten.
 */
export function weightOf(guise: Guise, written: number, meant: number, surprise: number): number {
  if (guise === 'character' && written === meant)
    return WEIGHTS.same + WEIGHTS.sameSurprise * surprise;
  return WEIGHTS.other + WEIGHTS.otherSurprise * surprise + guiseWeight(guise, written, meant);
}

/** What stands around a run of characters. */
export interface Surroundings {
  /** Its first character is disguised and makes an ordinary word with the one before (房屋 before 抵押贷款). */
  readonly comesFrom: boolean;
  /** Its last character makes an ordinary word with the next one. */
  readonly goesOn: boolean;
  /** It stands between marks, or is the whole text. */
  readonly alone: boolean;
  readonly whole: boolean;
}

/** What the surroundings say, apart from their oddness. */
export const surroundingsWeight = ({ comesFrom, goesOn, alone, whole }: Surroundings): number =>
  WEIGHTS.base +
  (comesFrom ? WEIGHTS.comesFrom : 0) +
  (goesOn ? WEIGHTS.goesOn : 0) +
  (alone ? WEIGHTS.alone : 0) +
  (whole ? WEIGHTS.whole : 0);

/** The most that a character of a rarity can say, as the term's own and as another one in its place. */
export const mostSame = (rarity: number): number => WEIGHTS.same + WEIGHTS.sameSurprise * rarity;
export const mostOther = (rarity: number): number =>
  WEIGHTS.other + WEIGHTS.otherSurprise * rarity + WEIGHTS.soundAndPart;
/** The most that the surroundings can say, apart from their oddness. */
export const mostSurroundings = WEIGHTS.base + WEIGHTS.alone;

/** What surroundings say of which every Chinese character is odd. */
export const MOST_ODD: number = WEIGHTS.oddness;
/** What the oddness of the surroundings says. */
export const oddnessWeight = (oddness: number): number => WEIGHTS.oddness * oddness;

/** Beside a neighbour with which it makes an ordinary word a character surprises no more than this. */
const EXPECTED = 2;

/** How surprising a character is behind another (0 where none stands), in powers of ten. */
export function surpriseOf(before: number, written: number): number {
  const rarity = rarityOf(written);
  return rarity > EXPECTED && before !== 0 && isOrdinaryPair(before, written) ? EXPECTED : rarity;
}

/** Letters among Chinese characters are seldom syllables by chance. */
export const SURPRISE_OF_PINYIN = 5.5;
export const SURPRISE_OF_INITIAL = 5.2;

/** From this evidence on a disguise is believed where it is the only term that may be disguised. */
const BELIEVED_OF_ONE = -0.9;
/** The more terms may be meant, the more are met by chance, and the more must speak for one of them. */
const PER_TERM = 0.35;

/** How much evidence is believed where so many terms may be disguised. */
export const believedFrom = (terms: number): number =>
  BELIEVED_OF_ONE + PER_TERM * Math.log(Math.max(1, terms));

/** Of the disguises that are only just believed, three of four are meant. */
const CHANCE_AT_LEAST = 1.1;

/** The chance that a term is meant, from how far the evidence is above what is believed. */
export const chanceOf = (above: number): number => 1 / (1 + Math.exp(-above - CHANCE_AT_LEAST));
