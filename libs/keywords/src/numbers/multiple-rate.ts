import { foldedAt, letterLeft, letterRight, skipBlanksLeft, unitOf } from './fold-unit.js';
import { isNumeralAt, numeralBefore } from './numeral.js';
import { PROMISE } from './senses.js';
import { lookLeft } from './surroundings.js';
import { WordTable, lengthOf } from './word-table.js';
import type { BareRate } from './written-rate.js';

const [FAN, ZHANG, LE, TIMES, DE, YU, SHU, WEI] = Array.from('翻涨了倍的于数位', unitOf);
/** Nothing doubles more often than that. */
const MOST_DOUBLINGS = 16;
/** 收益 stands at most so far before its multiple (收益高达3倍). */
const REACH = 6;

/** What makes a multiple a promise when it stands behind it (3倍收益, 3倍以上的回报). */
const BEHIND = new WordTable([[PROMISE, '收益 回报 利润 返利 返还']], 1);
const FILLERS = new WordTable([[1, '以上 以上的 的']], 1);

/** Where 翻, 翻了 or, with a number behind it, 涨 begins that ends at a place; or -1. */
function turnBefore(text: string, end: number, hasNumber: boolean): number {
  const at = letterLeft(text, end);
  const turn = foldedAt(text, at) === LE ? letterLeft(text, at) : at;
  const word = foldedAt(text, turn);
  return word === FAN || (hasNumber && word === ZHANG) ? turn : -1;
}

/** 翻倍, 翻两番, 翻了三倍, 涨十倍: fourfold after two 番; 翻三倍 is meant as threefold, the milder reading. */
function doubling(text: string, at: number): BareRate | null {
  const number = numeralBefore(text, skipBlanksLeft(text, at));
  const start = turnBefore(text, number?.start ?? at, number !== null);
  if (start < 0) return null;
  const isTimes = foldedAt(text, at) === TIMES;
  const value = number?.value ?? (isTimes ? 2 : 1);
  // 翻一倍 is twofold, as 翻倍 is.
  const times = value === 1 ? 2 : value;
  const factor = isTimes ? times : 2 ** Math.min(value, MOST_DOUBLINGS);
  if (factor <= 1) return null;
  return {
    form: 'doubling',
    start,
    end: at + 1,
    percent: (factor - 1) * 100,
    note: `变为${factor}倍`,
  };
}

/** 3倍收益, 收益高达3倍; what is 3 times something else (银行的3倍) promises nothing. */
function multiple(text: string, at: number): BareRate | null {
  const number = numeralBefore(text, skipBlanksLeft(text, at));
  if (!number || number.value <= 0) return null;
  const before = foldedAt(text, letterLeft(text, number.start));
  if (before === DE || before === YU) return null;
  const filler = letterRight(text, at + 1);
  const from = filler + lengthOf(FILLERS.find(text, filler));
  const behind = lengthOf(BEHIND.find(text, from));
  const left = lookLeft(text, number.start);
  if (behind === 0 && !(left.sense === PROMISE && left.distance <= REACH)) return null;
  return {
    form: 'multiple',
    start: behind > 0 ? number.start : left.at,
    end: behind > 0 ? from + behind : at + 1,
    percent: number.value * 100,
    note: `${number.value}倍`,
  };
}

/** Reads 翻倍, 翻一番, 3倍收益 at its 倍 or 番. */
export function multipleRate(text: string, at: number): BareRate | null {
  const before = letterLeft(text, at);
  const first = foldedAt(text, before);
  if (first !== FAN && first !== LE && !isNumeralAt(text, before)) return null;
  return doubling(text, at) ?? (foldedAt(text, at) === TIMES ? multiple(text, at) : null);
}

/** How much 两位数 and 三位数 say at least. */
const DIGITS: ReadonlyMap<number, number> = new Map([
  [unitOf('两'), 10],
  [unitOf('2'), 10],
  [unitOf('双'), 10],
  [unitOf('三'), 100],
  [unitOf('3'), 100],
]);

/** Reads 收益高达两位数 at its 数. */
export function digitsRate(text: string, at: number): BareRate | null {
  const wei = letterLeft(text, at);
  if (foldedAt(text, wei) !== WEI || foldedAt(text, at) !== SHU) return null;
  const start = letterLeft(text, wei);
  const percent = DIGITS.get(foldedAt(text, start));
  if (percent === undefined) return null;
  const says = `${percent === 10 ? '两' : '三'}位数按${percent}%计`;
  return { form: 'share', start, end: at + 1, percent, note: says };
}
