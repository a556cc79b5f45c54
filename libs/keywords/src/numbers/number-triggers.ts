import type { Triggers } from '../kernel/kernel-options.js';
import { CALLED_OUT } from '../symbols.js';
import { UnitMap, unitsWith } from '../unit-map.js';
import { MOST_CALLED, once } from '../unit-table.js';
import { isBlank, unitOf, unitsSaying } from './fold-unit.js';
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

/** The form that a letter is a trigger of, as a bit. */
function bitOfLetter(letter: string): number {
  const form = formOf.get(unitOf(letter));
  return form === 0 ? 0 : 1 << (form - 1);
}

/** Where `findYieldsAt` must look: exactly where `isTrigger` says so. */
export const numberTriggers = once((): Triggers => {
  const silent = FORMS.flatMap(({ triggers }) => Array.from(triggers)).filter(
    (letter) => !CALLED_OUT.includes(letter),
  );
  if (silent.length > 0) throw new Error(`no reading calls out ${silent.join('')}`);
  const forms = new Uint16Array(MOST_CALLED);
  forms.set(Array.from(CALLED_OUT, bitOfLetter));
  return { forms, before: mayPrecede, opening: unitOf('，') };
});

/** Whether a rate may be written at a place. */
export function isTrigger(text: string, at: number): boolean {
  const form = formOf.get(text.charCodeAt(at));
  const before = at === 0 ? OPENING : mayPrecede.get(text.charCodeAt(at - 1));
  return form !== 0 && ((before >> (form - 1)) & 1) === 1;
}

/** Reads the rate that is written at a trigger, or null. */
export function rateAt(text: string, at: number): WrittenRate | null {
  return READ[formOf.get(text.charCodeAt(at)) - 1]?.(text, at) ?? null;
}
