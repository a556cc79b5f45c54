import { partsThousands } from './numeral.js';
import { named, periodAt, type Period } from './period.js';
import { RATE_WORDS, WORDS_BEHIND } from './rate-words.js';
import {
  BACK,
  CAPITAL,
  CLAUSE_STOP,
  DECISIVE,
  PROMISE,
  SENTENCE_STOP,
  STOP,
  TIME,
} from './senses.js';
import { WordTable, lengthOf } from './word-table.js';

const leftWords = new WordTable(RATE_WORDS, -1);
const rightWords = new WordTable([...RATE_WORDS, ...WORDS_BEHIND], 1);

/** What stands on one side of a number in its clause. */
export interface Side {
  /** The sense of the nearest word that decides; 0 where there is none. */
  sense: number;
  /** How far that word stands from the number. */
  distance: number;
  /** Where that word begins. */
  at: number;
  /** All senses that occur, ORed. */
  seen: number;
  /** How far the nearest word for a capital or its return stands. */
  capital: number;
  /** The nearest period; 年化 beats a nearer one. */
  period: Period | null;
  /** 年化 stands here. */
  annual: boolean;
}

/** A clause is looked at so far to the left of a number. */
const LEFT_REACH = 22;
/** Behind a number only what touches it speaks of it. */
const RIGHT_REACH = 8;
/** A span behind a rate is the rate's only when it nearly touches it (翻倍只要三个月). */
const SPAN_REACH = 4;
/** 返 speaks of a number at most so far behind it (返约3%). */
const BACK_REACH = 3;
/** Farther than any word. */
const FAR = 1000;

const nothing = (at: number): Side => ({
  sense: 0,
  distance: FAR,
  at,
  seen: 0,
  capital: FAR,
  period: null,
  annual: false,
});

/** Takes a word into account that begins at `at`; its value, if any, says how many periods make a year. */
function note(side: Side, sense: number, value: number, at: number, distance: number): void {
  if (sense === BACK && distance > BACK_REACH) return;
  side.seen |= sense;
  if (value > 0) noteNamed(side, value, at);
  if ((sense & (PROMISE | CAPITAL)) !== 0 && distance < side.capital) side.capital = distance;
  if ((sense & DECISIVE) === 0 || side.sense !== 0) return;
  side.sense = sense;
  side.distance = distance;
  side.at = at;
}

/** 年化 says the period of the whole clause, 月化 and 月利 are one period among others. */
function noteNamed(side: Side, perYear: number, at: number): void {
  const annual = perYear === 1;
  if (side.annual || (side.period && !annual)) return;
  side.annual = annual;
  side.period = named(perYear, at);
}

/** Looks leftwards from `from`, not beyond `lowest`; `crosses` commas or ends at the first one. */
function look(text: string, from: number, lowest: number, crosses: boolean): Side {
  const side = nothing(from);
  const beyond = Math.max(0, lowest) - 1;
  let last = leftWords.seek(text, from - 1, beyond);
  while (last > beyond) {
    const match = leftWords.find(text, last);
    const at = last + 1 - Math.max(1, lengthOf(match));
    const sense = leftWords.senseOf(match);
    if (sense === SENTENCE_STOP) break;
    if (sense === CLAUSE_STOP && !crosses && !partsThousands(text, at)) break;
    const value = leftWords.valueOf(match);
    if (sense === TIME) side.period ??= periodAt(text, value, at, last + 1, from);
    else note(side, sense, value, at, from - last - 1);
    last = leftWords.seek(text, at - 1, beyond);
  }
  return side;
}

/** Looks at the words to the left of a number up to the begin of its clause, but not beyond `low`. */
export const lookLeft = (text: string, from: number, low = from - LEFT_REACH): Side =>
  look(text, from, low, false);

/** Looks at the words between two places, whatever clauses lie between. */
export const lookBetween = (text: string, low: number, from: number): Side =>
  look(text, from, low, true);

function periodAfter(text: string, unit: number, at: number, end: number): Period | null {
  const found = periodAt(text, unit, at, end, text.length + 1);
  return found && { ...found, at: -1 };
}

/** Looks at the few words to the right of a number in its clause. */
export function lookRight(text: string, from: number): Side {
  const side = nothing(from);
  const beyond = Math.min(text.length, from + RIGHT_REACH);
  let at = rightWords.seek(text, from, beyond);
  while (at < beyond) {
    const match = rightWords.find(text, at);
    const end = at + Math.max(1, lengthOf(match));
    const sense = rightWords.senseOf(match);
    if ((sense & STOP) !== 0) break;
    const value = rightWords.valueOf(match);
    if (sense !== TIME) note(side, sense, value, at, at - from);
    else if (at - from <= SPAN_REACH) side.period ??= periodAfter(text, value, at, end);
    at = rightWords.seek(text, end, beyond);
  }
  return side;
}
