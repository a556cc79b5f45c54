import { digitOf } from '../fold-table.js';
import { UnitMap, unitsWith } from '../unit-map.js';
import { foldOf, unitOf, unitsSaying } from './fold-unit.js';

/** The first code of each style of digits: ten codes for the ten digits. */
export const ARABIC = 1;
/** ①, ⑴ and ⒈ are digits of their own: ①8% is item 1 and 8 %, not 18 %. */
export const CIRCLED = 11;
export const CHINESE = 21;
/** 十, 百 and 千 follow each other. */
export const TEN = 31;
export const HALF = 34;
/** The 点 of 一点五. */
export const POINT = 35;

/** What Chinese characters say in a number, those of bank forms among them. */
const CHINESE_NUMERALS: readonly (readonly [characters: string, code: number])[] = [
  ['零〇', CHINESE],
  ['一壹', CHINESE + 1],
  ['二贰两', CHINESE + 2],
  ['三叁', CHINESE + 3],
  ['四肆', CHINESE + 4],
  ['五伍', CHINESE + 5],
  ['六陆', CHINESE + 6],
  ['七柒', CHINESE + 7],
  ['八捌', CHINESE + 8],
  ['九玖', CHINESE + 9],
  ['十拾', TEN],
  ['百佰', TEN + 1],
  ['千仟', TEN + 2],
  ['半', HALF],
  ['点', POINT],
];

const isCircled = (unit: number): boolean =>
  (unit >= 0x2460 && unit <= 0x24ff) || (unit >= 0x2776 && unit <= 0x2793);

function digitCode(unit: number): number {
  const digit = digitOf(unit) ?? digitOf(foldOf(unit));
  return digit === undefined ? 0 : (isCircled(unit) ? CIRCLED : ARABIC) + digit - unitOf('0');
}

const codes = new UnitMap([
  ...unitsWith(digitCode),
  ...CHINESE_NUMERALS.flatMap(([characters, code]) =>
    Array.from(characters)
      .flatMap(unitsSaying)
      .map((unit) => [unit, code] as const),
  ),
]);

/** What a UTF-16 unit says in a number, in any style of digits; 0 where it says nothing. */
export const codeOfUnit = (unit: number): number => codes.get(unit);

/** The code at a place of a text; 0 outside it. */
export const codeAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? codes.get(text.charCodeAt(at)) : 0;

export const isArabic = (code: number): boolean => code >= ARABIC && code < CIRCLED;
export const isCircledCode = (code: number): boolean => code >= CIRCLED && code < CHINESE;
export const isChinese = (code: number): boolean => code >= CHINESE;

/** The digit that a code says, or -1 for tens and marks. */
export function digitOfCode(code: number): number {
  if (code === 0 || code >= TEN) return -1;
  return (code - ARABIC) % 10;
}
