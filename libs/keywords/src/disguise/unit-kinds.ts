import { NOISE, foldKindOf, foldedOf } from '../fold-table.js';
import { halfPairs } from '../shapes.js';
import { UNITS, once } from '../unit-table.js';
import { writtenOf } from './hearing.js';
import { isOrdinaryPair, rarityOf } from './usage.js';

/** A character as rare as this is odd in an ordinary text. */
const ODD_FROM = 4.6;

/** What a UTF-16 unit may be, as bits: see also kernel/loops.wat. */
export const CHINESE = 1;
export const ODD = 2;
export const MARK = 4;
export const LETTER = 8;
export const FIRST_HALF = 16;
export const SECOND_HALF = 32;

/** Pairs of units that may be halves of a character and are no ordinary word: one bit a pair. Wrong only towards yes. */
export const HALF_BITS = 20;

interface UnitKinds {
  readonly kinds: Uint8Array;
  readonly halves: Int32Array;
}

/** The kinds of all units, and the bits of pairs that are halves. */
export const unitKinds = once((): UnitKinds => {
  const kinds = Uint8Array.from({ length: UNITS }, (_, unit) => kindOf(unit));
  const halves = new Int32Array(2 ** (HALF_BITS - 5));
  const foldingTo = unitsByFold();
  const pairs = [...halfPairs()].filter(([first, second]) => !isOrdinaryPair(first, second));
  for (const [first, second] of pairs)
    for (const left of foldingTo.get(first) ?? [])
      for (const right of foldingTo.get(second) ?? []) {
        kinds[left] = (kinds[left] ?? 0) | FIRST_HALF;
        kinds[right] = (kinds[right] ?? 0) | SECOND_HALF;
        const bit = halvesBit(left, right);
        halves[bit >>> 5] = (halves[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
  return { kinds, halves };
});

function kindOf(unit: number): number {
  if (unit >= 0x3400 && unit <= 0x9fff)
    return CHINESE | (rarityOf(writtenOf(unit)) >= ODD_FROM ? ODD : 0);
  if (isLetter(unit) || beginsLetter(unit)) return LETTER;
  return foldKindOf(unit) === NOISE ? MARK : 0;
}

function isLetter(cp: number): boolean {
  const folded = foldedOf(cp);
  return folded >= 0x61 && folded <= 0x7a;
}

/** Whether a unit is the first half of letters beyond the units (𝐛). */
function beginsLetter(unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const first = 0x10000 + ((unit - 0xd800) << 10);
  for (let cp = first; cp < first + 0x400; cp++) if (isLetter(cp)) return true;
  return false;
}

function unitsByFold(): ReadonlyMap<number, readonly number[]> {
  const units = new Map<number, number[]>();
  for (let unit = 0; unit < UNITS; unit++) {
    const folded = foldedOf(unit);
    const others = units.get(folded);
    if (others) others.push(unit);
    else units.set(folded, [unit]);
  }
  return units;
}

/** The bit of a pair of units. */
export const halvesBit = (left: number, right: number): number =>
  Math.imul((left << 16) ^ right, 0x9e3779b1) >>> (32 - HALF_BITS);
