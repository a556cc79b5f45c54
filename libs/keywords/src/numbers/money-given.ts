import { foldedAt, letterLeft, letterRight, unitOf } from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { BEFORE_CLAUSE } from './stops.js';
import { GIVEN_WORDS } from './sum-words.js';
import { startOfSum, sumAt, type Sum } from './sum.js';
import { WordTable, lengthOf } from './word-table.js';

const givenWords = new WordTable(GIVEN_WORDS, -1);

/** Money given: the sum, and what is said of it (0 where nothing is). */
export interface Given {
  readonly sense: number;
  readonly start: number;
  readonly sum: Sum;
}

const YUAN = new LetterSet('元块圆');
/** 百, 千 and 万 without a number are a sum only behind one of these (每万元, 投万元). */
const BEFORE_BARE = new LetterSet('每投存');
/** Where a clause begins, 万元日收益50元 may begin too. */
const CLAUSE_BEGIN = new LetterSet(BEFORE_CLAUSE);
const WAN = unitOf('万');
/** What may follow a sum that nothing is said of, if it is to come back: its period. */
const PERIODS = '每一二三四五六七八九十两半日月年天周季按逐0123456789';
const OPENS_PERIOD = new LetterSet(PERIODS);
/** The same, or more of the sum: asked first, because reading a sum is dearer than one look. */
const GOES_ON = new LetterSet(`${PERIODS}千百多余钱`);

/** Whether a unit without a number before it may still be a sum: 每万元, and 万元 that opens a clause. */
function isBareSum(text: string, at: number): boolean {
  const before = letterLeft(text, at);
  if (BEFORE_BARE.isAt(text, before)) return true;
  if (foldedAt(text, at) !== WAN || !YUAN.isAt(text, at + 1)) return false;
  return before < 0 || CLAUSE_BEGIN.isAt(text, before);
}

/** The sum that begins at `start`, if what follows it may tell how it comes back by itself. */
function sumWithPeriod(text: string, start: number, at: number): Sum | null {
  const next = letterRight(text, at + 1);
  if (!GOES_ON.isAt(text, YUAN.isAt(text, next) ? letterRight(text, next + 1) : next)) return null;
  const sum = sumAt(text, start);
  return sum && OPENS_PERIOD.isAt(text, letterRight(text, sum.end)) ? sum : null;
}

/** Reads money given (投1万, 每万元, 10万元) at a unit of money, or null where it cannot come back. */
export function givenAt(text: string, at: number): Given | null {
  const start = startOfSum(text, at);
  if (start === at && !isBareSum(text, at)) return null;
  const last = letterLeft(text, start);
  const word = givenWords.find(text, last);
  const sum = word === 0 ? sumWithPeriod(text, start, at) : sumAt(text, start);
  if (!sum?.hasUnit || sum.end <= at) return null;
  return {
    sense: givenWords.senseOf(word),
    start: word === 0 ? start : last + 1 - lengthOf(word),
    sum,
  };
}
