import { foldedTable } from '../symbols.js';
import { UnitMap, unitsWith } from '../unit-map.js';
import { once } from '../unit-table.js';
import { UNITS, isBlank, unitOf, unitsSaying } from './fold-unit.js';
import { folkRate } from './folk-rate.js';
import { digitsRate, multipleRate } from './multiple-rate.js';
import { POINT, TEN, codeOfUnit, isArabic } from './numeral-codes.js';
import { hundredth, percentRate, shortPart } from './percent-rate.js';
import { BEFORE_CLAUSE } from './stops.js';
import { sumRate } from './sum-rate.js';
import type { RateReader, WrittenRate } from './written-rate.js';

interface Form {
  /** The units without which no rate of this form is written. */
  readonly triggers: string;
  /** Which numerals may stand before one of them; blanks may always. */
  readonly numerals: (code: number) => boolean;
  /** What else may; whatever is neither is passed over at once. */
  readonly letters: string;
  readonly read: RateReader;
}

const isAny = (code: number): boolean => code !== 0;
const isNone = (): boolean => false;
/** 五千元 was tried at its 千. */
const isBelowHundred = (code: number): boolean => code !== 0 && code <= TEN;

/** The forms in which a rate is written; one line to add one. */
const FORMS: readonly Form[] = [
  { triggers: '%‰‱', numerals: isAny, letters: '', read: percentRate },
  { triggers: '点', numerals: isNone, letters: '个分', read: percentRate },
  { triggers: '分', numerals: isAny, letters: '万', read: rateAtFen },
  { triggers: '厘毛角', numerals: isAny, letters: '', read: folkRate },
  { triggers: '倍番', numerals: isAny, letters: '翻了', read: multipleRate },
  { triggers: '数', numerals: isNone, letters: '位', read: digitsRate },
  { triggers: '万', numerals: isAny, letters: `每投存息化率利费${BEFORE_CLAUSE}`, read: rateAtWan },
  { triggers: '千', numerals: isAny, letters: '每投存息化率利费', read: rateAtWan },
  { triggers: '百亿', numerals: isAny, letters: '每投存', read: sumRate },
  { triggers: '元块圆', numerals: isBelowHundred, letters: '', read: sumRate },
  { triggers: 'wk', numerals: isArabic, letters: '', read: sumRate },
];

function rateAtFen(text: string, at: number): WrittenRate | null {
  return hundredth(text, at) ?? folkRate(text, at);
}

function rateAtWan(text: string, at: number): WrittenRate | null {
  return sumRate(text, at) ?? shortPart(text, at);
}

/** So many low bits of a code are looked at. */
const CODE_BITS = 14;

const READ = FORMS.map(({ read }) => read);
/** The form that each UTF-16 unit is a trigger of, counted from 1; 0 for all other units. */
const formOf = new UnitMap(
  FORMS.flatMap(({ triggers }, i) =>
    Array.from(triggers)
      .flatMap(unitsSaying)
      .map((unit) => [unit, i + 1] as const),
  ),
);
/** Before the triggers of which forms each UTF-16 unit may stand: a bit for each form. */
const mayPrecede = mayPrecedeMap();

/** The bits of the forms that `holds` for. */
function bitsOf(holds: (form: Form) => boolean): number {
  return FORMS.reduce((bits, form, i) => (holds(form) ? bits | (1 << i) : bits), 0);
}

function mayPrecedeMap(): UnitMap {
  const all = bitsOf(() => true);
  const bitsOfCode = Array.from({ length: POINT + 1 }, (_, code) =>
    bitsOf(({ numerals }) => numerals(code)),
  );
  const bits = new Map(
    unitsWith((unit) => (isBlank(unit) ? all : (bitsOfCode[codeOfUnit(unit)] ?? 0))),
  );
  FORMS.forEach(({ letters }, i) => {
    for (const unit of Array.from(letters).flatMap(unitsSaying))
      bits.set(unit, (bits.get(unit) ?? 0) | (1 << i));
  });
  return new UnitMap(bits);
}

/** What opens a text may stand behind a comma too. */
const OPENING = mayPrecede.get(unitOf('，'));

/** The bits of the folded codes of some units. */
function codeBits(holds: (unit: number) => boolean): Uint8Array {
  const bits = new Uint8Array(2 ** (CODE_BITS - 3));
  const codes = foldedTable();
  for (let unit = 0; unit < UNITS; unit++) {
    if (!holds(unit)) continue;
    const bit = (codes[unit] ?? 0) & (2 ** CODE_BITS - 1);
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
  return bits;
}

/** Where `findYieldsAt` must look, by folded codes. Wrong only towards yes. */
export const numberTriggers = once(() => ({
  what: codeBits((unit) => formOf.get(unit) !== 0),
  before: codeBits((unit) => mayPrecede.get(unit) !== 0),
}));

/** Whether a rate may be written at a place. */
export function isTrigger(text: string, at: number): boolean {
  const form = formOf.get(text.charCodeAt(at));
  const before = at === 0 ? OPENING : mayPrecede.get(text.charCodeAt(at - 1));
  return form !== 0 && ((before >> (form - 1)) & 1) === 1;
}

/** Reads the rate that is written at a trigger, or null. */
export function rateAt(text: string, at: number): WrittenRate | null {
  if (!isTrigger(text, at)) return null;
  return READ[formOf.get(text.charCodeAt(at)) - 1]?.(text, at) ?? null;
}
