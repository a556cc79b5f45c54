import { pointAt, unitsOf } from './code-points.js';
import { symbolsOf, type Profile } from './profile.js';

/** Codes of a composed table: 0 is a character no term knows, the two highest are orders. */
const UNKNOWN = 0;
const PASS_OVER = 0xffff;
const LOOK_CLOSER = 0xfffe;
/** How many different symbols the terms of one reading may use. */
export const MOST_SYMBOLS = 0xfff0;

const BMP = 0x10000;
const NO_SYMBOL = -1;
const MANY_SYMBOLS = -2;
const units = new Map<Profile, Int32Array>();

/** What one UTF-16 unit means in a reading: a symbol, nothing, or something that needs a closer look. */
function meaningOf(profile: Profile, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return MANY_SYMBOLS;
  const symbols = symbolsOf(profile, unit);
  if (symbols.length > 1) return MANY_SYMBOLS;
  return symbols[0] ?? NO_SYMBOL;
}

function unitTable(profile: Profile): Int32Array {
  const known = units.get(profile);
  if (known) return known;
  const table = Int32Array.from({ length: BMP }, (_, unit) => meaningOf(profile, unit));
  units.set(profile, table);
  return table;
}

/**
 * The symbols that the terms of one reading use, numbered from 1, composed with folding: one load
 * per UTF-16 unit both folds it and finds its number.
 */
export class Alphabet {
  private readonly codes = new Map<number, number>();
  private readonly table: Uint16Array;

  constructor(
    readonly profile: Profile,
    sequences: Iterable<readonly number[]>,
  ) {
    for (const sequence of sequences)
      for (const symbol of sequence)
        if (!this.codes.has(symbol)) this.codes.set(symbol, this.codes.size + 1);
    this.table = this.composed(unitTable(profile));
  }

  /** The number of each UTF-16 unit; the common units by an array, because 65,536 of them are asked. */
  private composed(meanings: Int32Array): Uint16Array {
    const common = new Uint16Array(BMP);
    for (const [symbol, code] of this.codes) if (symbol < BMP) common[symbol] = code;
    const table = new Uint16Array(BMP);
    for (let unit = 0; unit < BMP; unit++) {
      const meaning = meanings[unit] ?? NO_SYMBOL;
      if (meaning >= BMP) table[unit] = this.codeOf(meaning);
      else if (meaning >= 0) table[unit] = common[meaning] ?? UNKNOWN;
      else table[unit] = meaning === NO_SYMBOL ? PASS_OVER : LOOK_CLOSER;
    }
    return table;
  }

  get size(): number {
    return this.codes.size;
  }

  codeOf(symbol: number): number {
    return this.codes.get(symbol) ?? UNKNOWN;
  }

  /** Writes the codes of a text and where each begins; answers how many there are. */
  spell(text: string, codes: Uint16Array, starts: Int32Array): number {
    const table = this.table;
    const length = text.length;
    let count = 0;
    for (let at = 0; at < length; at++) {
      const code = table[text.charCodeAt(at)] ?? 0;
      if (code < LOOK_CLOSER) {
        codes[count] = code;
        starts[count++] = at;
      } else if (code === LOOK_CLOSER) {
        const cp = pointAt(text, at);
        for (const symbol of symbolsOf(this.profile, cp)) {
          codes[count] = this.codeOf(symbol);
          starts[count++] = at;
        }
        at += unitsOf(cp) - 1;
      }
    }
    return count;
  }
}

/** How many codes one UTF-16 unit can become at most (U+FDFA spells eighteen letters). */
export const WIDEST = 18;
