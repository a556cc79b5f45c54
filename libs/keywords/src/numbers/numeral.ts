import { foldedAt, unitOf } from './fold-unit.js';
import * as code from './numeral-codes.js';

/** A number as written: its place and its value, the upper one where two are said at once (两三分). */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Two numbers said at once. */
  readonly spread: boolean;
}

const DOT = unitOf('.');
const MIDDLE_DOT = unitOf('·');
const COMMA = unitOf(',');
const WIDE_COMMA = unitOf('，');
/** More digits than this are a telephone or an account. */
const LONGEST_ARABIC = 16;
const LONGEST_CHINESE = 9;

export const isArabicAt = (text: string, at: number): boolean =>
  code.isArabic(code.codeAt(text, at));
export const isNumeralAt = (text: string, at: number): boolean => code.codeAt(text, at) !== 0;
export const digitAt = (text: string, at: number): number =>
  code.digitOfCode(code.codeAt(text, at));

/** Whether a comma parts thousands: a digit before it, three digits and no fourth behind it. */
export function partsThousands(text: string, at: number): boolean {
  const unit = foldedAt(text, at);
  if (unit !== COMMA && unit !== WIDE_COMMA) return false;
  if (!isArabicAt(text, at - 1) || isArabicAt(text, at + 4)) return false;
  return isArabicAt(text, at + 1) && isArabicAt(text, at + 2) && isArabicAt(text, at + 3);
}

function isPoint(text: string, at: number): boolean {
  const unit = foldedAt(text, at);
  return (
    (unit === DOT || unit === MIDDLE_DOT) && isArabicAt(text, at - 1) && isArabicAt(text, at + 1)
  );
}

const isInArabic = (text: string, at: number): boolean =>
  isArabicAt(text, at) || isPoint(text, at) || partsThousands(text, at);

/** The Arabic number that covers exactly a span; null when it is a date, a version or an account. */
function arabic(text: string, start: number, end: number): Numeral | null {
  // .5 is cut off from something.
  if (end - start > LONGEST_ARABIC || foldedAt(text, start - 1) === DOT) return null;
  let value = 0;
  let scale = 0;
  for (let at = start; at < end; at++) {
    const digit = digitAt(text, at);
    if (digit >= 0) {
      value = value * 10 + digit;
      scale *= 10;
    } else if (isPoint(text, at)) {
      if (scale > 0) return null;
      scale = 1;
    }
  }
  return { start, end, value: value / (scale || 1), spread: false };
}

/** 十, 百 and 千 in the order of their codes. */
const TENS = [10, 100, 1000];

interface Reading {
  sum: number;
  /** The digit that waits for its 十, 百 or 千; -1 when there is none. */
  digit: number;
  /** The last 十, 百 or 千; 0 before the first. */
  tens: number;
  zero: boolean;
  spread: boolean;
}

function readDigit(reading: Reading, digit: number): void {
  if (digit === 0) reading.zero = true;
  // 两三, 三五 and 十七八 are two numbers said at once; 二〇 is read digit by digit.
  const step = digit - reading.digit;
  const spread = reading.digit > 0 && (step === 1 || (step === 2 && reading.digit === 3));
  if (spread) reading.spread = true;
  const joined = reading.digit >= 0 && reading.tens === 0 && !spread;
  reading.digit = joined ? reading.digit * 10 + digit : digit;
}

function readTens(reading: Reading, tens: number): void {
  reading.sum += (reading.digit < 0 ? 1 : reading.digit) * tens;
  reading.tens = tens;
  reading.digit = -1;
}

/** The 五 of 一点五 as a part of one, or -1. */
function fraction(text: string, start: number, end: number): number {
  let value = start < end ? 0 : -1;
  let scale = 1;
  for (let at = start; at < end; at++) {
    const digit = digitAt(text, at);
    if (digit < 0) return -1;
    scale *= 10;
    value += digit / scale;
  }
  return value;
}

function total({ sum, digit, tens, zero }: Reading): number {
  // 一百二 is 120: a bare digit behind 百 or 千 counts the next lower unit.
  return digit > 0 && tens >= 100 && !zero ? sum + (digit * tens) / 10 : sum + Math.max(0, digit);
}

/** The Chinese number below ten thousand that covers exactly a span, or null. */
function chinese(text: string, start: number, end: number): Numeral | null {
  if (end === start + 1 && code.codeAt(text, start) === code.HALF)
    return { start, end, value: 0.5, spread: false };
  const reading: Reading = { sum: 0, digit: -1, tens: 0, zero: false, spread: false };
  for (let at = start; at < end; at++) {
    const said = code.codeAt(text, at);
    if (said === code.HALF) return null;
    if (said === code.POINT) {
      const part = at > start ? fraction(text, at + 1, end) : -1;
      return part < 0 ? null : { start, end, value: total(reading) + part, spread: false };
    }
    if (said >= code.TEN) readTens(reading, TENS[said - code.TEN] ?? 1);
    else readDigit(reading, said - code.CHINESE);
  }
  return { start, end, value: total(reading), spread: reading.spread };
}

/** ⑧ alone, as obfuscators write it; two circled digits in a row are one number. */
function circled(text: string, start: number, end: number): Numeral | null {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + digitAt(text, at);
  return end - start > LONGEST_CHINESE ? null : { start, end, value, spread: false };
}

function chineseWithin(text: string, start: number, end: number): Numeral | null {
  if (end - start > LONGEST_CHINESE) return null;
  const from = code.codeAt(text, start) === code.POINT ? start + 1 : start;
  const to = code.codeAt(text, end - 1) === code.POINT ? end - 1 : end;
  return from < to ? chinese(text, from, to) : null;
}

/** The number that ends exactly at a place, or null. */
export function numeralBefore(text: string, end: number): Numeral | null {
  const last = code.codeAt(text, end - 1);
  if (last === 0 || last === code.POINT) return null;
  let start = end - 1;
  if (code.isArabic(last)) {
    while (end - start <= LONGEST_ARABIC && isInArabic(text, start - 1)) start--;
    return arabic(text, start, end);
  }
  const isSame = code.isChinese(last) ? code.isChinese : code.isCircledCode;
  while (end - start <= LONGEST_CHINESE && isSame(code.codeAt(text, start - 1))) start--;
  return code.isChinese(last) ? chineseWithin(text, start, end) : circled(text, start, end);
}

/** The number that begins exactly at a place, or null. */
export function numeralAt(text: string, start: number): Numeral | null {
  const first = code.codeAt(text, start);
  if (first === 0 || first === code.POINT) return null;
  let end = start + 1;
  if (code.isArabic(first)) {
    while (end - start <= LONGEST_ARABIC && isInArabic(text, end)) end++;
    return arabic(text, start, end);
  }
  const isSame = code.isChinese(first) ? code.isChinese : code.isCircledCode;
  while (end - start <= LONGEST_CHINESE && isSame(code.codeAt(text, end))) end++;
  return code.isChinese(first) ? chineseWithin(text, start, end) : circled(text, start, end);
}
