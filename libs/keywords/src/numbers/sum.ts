import { UnitMap, unitsWith } from '../unit-map.js';
import {
  foldedAt,
  letterRight,
  skipBlanksLeft,
  skipBlanksRight,
  unitOf,
  unitsSaying,
} from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { isNumeralAt, numeralAt, partsThousands, type Numeral } from './numeral.js';
import { TEN, codeAt, codeOfUnit, digitOfCode } from './numeral-codes.js';

/** A sum of money as written. */
export interface Sum {
  readonly start: number;
  readonly end: number;
  readonly yuan: number;
  /** It is written with a unit (万, 元, 千), so it is money whatever stands around. */
  readonly hasUnit: boolean;
  /** It is written with a number; 万元 alone is not. */
  readonly hasNumber: boolean;
}

/** The units that multiply; 千 and 百 behind a Chinese digit are part of the number already. */
const FACTORS: ReadonlyMap<number, number> = new Map([
  [unitOf('百'), 100],
  [unitOf('千'), 1000],
  [unitOf('k'), 1000],
  [unitOf('万'), 10_000],
  [unitOf('w'), 10_000],
  [unitOf('亿'), 1e8],
]);
const [BAI, QIAN, DOT] = Array.from('百千.', unitOf);
const YUAN = new LetterSet('元块圆');
/** 块钱, 万份: what may still stand behind a unit of money. */
const [MONEY, SHARES] = Array.from('钱份', unitOf);
const ROUGHLY = new LetterSet('多余来');
/** 1万3个月, 1万2分利: the digit belongs to what follows it. */
const NO_TAIL = new LetterSet('个天年月日周期小倍分厘点折人位名%');
/** A sum is written with fewer units than this. */
const LONGEST = 20;

/** The end of 元, 块钱, 多元 and the like at a place; the place itself where none stands. */
function yuanEnd(text: string, start: number): number {
  let at = skipBlanksRight(text, start);
  if (ROUGHLY.isAt(text, at)) at++;
  if (!YUAN.isAt(text, at)) return start;
  return foldedAt(text, at + 1) === MONEY ? at + 2 : at + 1;
}

interface Tail {
  readonly yuan: number;
  readonly end: number;
}

/** What follows a unit: the 5 of 1万5, the 5千 of 1万5千, the 二千 of 一万二千. */
function tailAt(text: string, start: number, factor: number): Tail {
  const none = { yuan: 0, end: start };
  const rest = numeralAt(text, start);
  if (!rest || NO_TAIL.isAt(text, letterRight(text, rest.end))) return none;
  if (rest.end > start + 1 || digitOfCode(codeAt(text, start)) < 1)
    return rest.value < factor ? { yuan: rest.value, end: rest.end } : none;
  const next = foldedAt(text, rest.end);
  return next === QIAN || next === BAI
    ? { yuan: rest.value * (FACTORS.get(next) ?? 1), end: rest.end + 1 }
    : { yuan: (rest.value * factor) / 10, end: rest.end };
}

/** Whether a Chinese number says 百 or 千, which are units of money where sums are spoken of. */
function saysHundreds(text: string, { start, end }: Numeral): boolean {
  for (let at = start; at < end; at++) {
    const code = codeAt(text, at);
    if (code > TEN && code <= TEN + 2) return true;
  }
  return false;
}

/** The sum that begins exactly at a place (50元, 1.2万, 一万二, 3w, 五千, 万元), or null. */
export function sumAt(text: string, start: number): Sum | null {
  const number = numeralAt(text, start);
  const isBare = !number || number.value === 0;
  const at = isBare ? start : skipBlanksRight(text, number.end);
  const factor = FACTORS.get(foldedAt(text, at));
  if (factor === undefined) {
    if (isBare) return null;
    const end = yuanEnd(text, number.end);
    const hasUnit = end > number.end || saysHundreds(text, number);
    return { start, end, yuan: number.value, hasUnit, hasNumber: true };
  }
  const tail = isBare ? { yuan: 0, end: at + 1 } : tailAt(text, at + 1, factor);
  const yuan = (isBare ? 1 : number.value) * factor + tail.yuan;
  const end = foldedAt(text, tail.end) === SHARES ? tail.end + 1 : yuanEnd(text, tail.end);
  return { start, end, yuan, hasUnit: true, hasNumber: !isBare };
}

/** What stands in a sum: numerals, 万 and 亿 always, a mark where it is part of the number. */
const PART = 1;
const MARK = 2;
const parts = new UnitMap([
  ...unitsWith((unit) => (codeOfUnit(unit) === 0 ? 0 : PART)),
  ...['万', '亿'].flatMap(unitsSaying).map((unit) => [unit, PART] as const),
  ...['.', ',', '，'].flatMap(unitsSaying).map((unit) => [unit, MARK] as const),
]);

const isPoint = (text: string, at: number): boolean =>
  foldedAt(text, at) === DOT && isNumeralAt(text, at - 1);

/** Where the sum begins that a unit at a place belongs to; the place itself when no number precedes. */
export function startOfSum(text: string, unit: number): number {
  const from = skipBlanksLeft(text, unit);
  let start = from;
  while (start > 0 && from - start < LONGEST) {
    const part = parts.get(text.charCodeAt(start - 1));
    if (part === 0) break;
    if (part === MARK && !isPoint(text, start - 1) && !partsThousands(text, start - 1)) break;
    start--;
  }
  return start < from ? start : unit;
}
