import {
  foldedAt,
  letterLeft,
  letterRight,
  skipBlanksLeft,
  skipBlanksRight,
  unitOf,
} from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { isArabicAt, isNumeralAt, numeralAt, numeralBefore, type Numeral } from './numeral.js';
import { isLowerEnd, isNegative, lowerEnd, upperEnd } from './range.js';
import { FEE, INTEREST, LOAN_PRICE, PROMISE, RATE } from './senses.js';
import { lookLeft } from './surroundings.js';
import { RANGE_NOTE, type BareRate } from './written-rate.js';

/** How many per cent one of each sign is. */
const SIGNS: ReadonlyMap<number, number> = new Map([
  [unitOf('%'), 1],
  [unitOf('‰'), 0.1],
  [unitOf('‱'), 0.01],
  [unitOf('点'), 1],
]);
/** How many per cent one part of 百分之, 千分之 and 万分之 is. */
const PARTS: ReadonlyMap<number, number> = new Map([
  [unitOf('百'), 1],
  [unitOf('佰'), 1],
  [unitOf('千'), 0.1],
  [unitOf('仟'), 0.1],
  [unitOf('万'), 0.01],
]);
const [GE, FEN, ZHI, BAI, DIAN, WAN] = Array.from('个分之百点万', unitOf);
const YUAN = new LetterSet('元块圆万千');

/** Where a sign begins whose last unit stands at `at`: 个点, 百分点 and 个百分点 are longer than one. */
function signStart(text: string, at: number): number {
  if (foldedAt(text, at) !== DIAN) return SIGNS.has(foldedAt(text, at)) ? at : -1;
  let start = letterLeft(text, at);
  const isPart = foldedAt(text, start) === FEN && foldedAt(text, start - 1) === BAI;
  if (isPart) start--;
  else if (foldedAt(text, start) !== GE) return -1;
  const before = letterLeft(text, start);
  return isPart && foldedAt(text, before) === GE ? before : start;
}

/** Where a sign ends that begins at `start`, or -1. */
function signEnd(text: string, start: number): number {
  let at = start;
  if (foldedAt(text, at) === GE) at++;
  if (foldedAt(text, at) === BAI && foldedAt(text, at + 1) === FEN) at += 2;
  if (at > start) return foldedAt(text, at) === DIAN ? at + 1 : -1;
  return foldedAt(text, at) !== DIAN && SIGNS.has(foldedAt(text, at)) ? at + 1 : -1;
}

const signBefore = (text: string, end: number): number => signStart(text, end - 1);

function written(
  numbers: readonly [start: number, end: number],
  upper: Numeral,
  part: number,
  isRange: boolean,
): BareRate {
  const [start, end] = numbers;
  const note = isRange || upper.spread ? RANGE_NOTE : null;
  return { form: 'share', start, end, percent: upper.value * part, note };
}

/** The number of a sign that begins at `start` and ends before `end`; null when another sign closes it. */
function numberOf(text: string, start: number, end: number): Numeral | null {
  const last = skipBlanksLeft(text, start);
  // %20 and 个点4 are parts of something else, the 8 of 8%-12% is read with the 12.
  if (!isNumeralAt(text, last - 1) || isArabicAt(text, end)) return null;
  return isLowerEnd(text, end, signEnd) ? null : numeralBefore(text, last);
}

/** Reads 24%, 3‰, 1.5个点, 8%-12% at the last unit of its sign. */
export function percentRate(text: string, at: number): BareRate | null {
  const sign = signStart(text, at);
  const upper = sign < 0 ? null : numberOf(text, sign, at + 1);
  if (!upper) return null;
  const part = SIGNS.get(foldedAt(text, at)) ?? 1;
  const low = lowerEnd(text, upper, signBefore);
  if (low) return written([low.start, at + 1], low.value > upper.value ? low : upper, part, true);
  return isNegative(text, upper.start) ? null : written([upper.start, at + 1], upper, part, false);
}

/** Reads 百分之二十, 万分之五 and 百分之八至十二 at its 分. */
export function hundredth(text: string, at: number): BareRate | null {
  if (foldedAt(text, at + 1) !== ZHI) return null;
  const start = letterLeft(text, at);
  const part = PARTS.get(foldedAt(text, start));
  if (part === undefined) return null;
  const low = numeralAt(text, skipBlanksRight(text, at + 2));
  if (!low) return null;
  const upper = upperHundredth(text, low);
  return written([start, upper.end], upper, part, upper !== low);
}

/** The upper end of 百分之八至十二 or 百分之八至百分之十二; the number itself where it stands alone. */
function upperHundredth(text: string, low: Numeral): Numeral {
  const plain = upperEnd(text, low.end);
  if (!plain) return low;
  const again = foldedAt(text, plain.end) === FEN && foldedAt(text, plain.end + 1) === ZHI;
  const upper = again ? numeralAt(text, plain.end + 2) : plain;
  return upper && upper.value > low.value ? upper : low;
}

/** 万五 stands right behind the word it speaks of. */
const SHORT_REACH = 3;
const SPEAKS_OF_RATE = PROMISE | RATE | INTEREST | FEE | LOAN_PRICE;

/** Reads 日息万五 and 费率千三 at its 万 or 千: five parts of ten thousand, three of a thousand. */
export function shortPart(text: string, at: number): BareRate | null {
  const number = numeralAt(text, at + 1);
  // 万一 means "in case", 万五千 and 万五元 are sums.
  if (!number || number.value <= 1 || number.value >= 10) return null;
  if (YUAN.isAt(text, letterRight(text, number.end))) return null;
  const { sense, distance } = lookLeft(text, at);
  if (distance > SHORT_REACH || (sense & SPEAKS_OF_RATE) === 0) return null;
  const isThousandth = foldedAt(text, at) !== WAN;
  const rate = written([at, number.end], number, isThousandth ? 0.1 : 0.01, false);
  return { ...rate, note: `即${isThousandth ? '千' : '万'}分之${number.value}` };
}
