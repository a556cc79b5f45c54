import { UnitMap, UnitSet } from '../unit-map.js';
import { WIDEST_GAP, isGap, unitsSaying } from './fold-unit.js';
import { ROOT, layFlat, numberLetters, type LetterTree, type WordList } from './letter-tree.js';

/** A match is one number: the node where the word ends, and how many units of the text it covers. */
const LENGTH_BITS = 7;
const LONGEST = (1 << LENGTH_BITS) - 1;

/**
 * Words with a sense, found at a place of a text and read to its right, or with `step` -1 to its left.
 * The longest word wins. Units are folded as they are read, ornaments between letters are passed over.
 */
export class WordTable {
  /** The number of each UTF-16 unit that some word is spelt with; 0 for all others. */
  private readonly symbols: UnitMap;
  /** The node that each UTF-16 unit leads to as the first letter of a word; 0 for nearly all units. */
  private readonly firsts: UnitMap;
  /** The units that are such a first letter. */
  private readonly begins: UnitSet;
  private readonly tree: LetterTree;

  constructor(
    lists: WordList,
    private readonly step: 1 | -1,
  ) {
    const numbers = numberLetters(lists);
    this.tree = layFlat(lists, step, numbers);
    const { bases, parents } = this.tree;
    const symbols = [...numbers].flatMap(([letter, number]) =>
      unitsSaying(String.fromCharCode(letter)).map((unit) => [unit, number] as const),
    );
    const rootOf = (number: number): number => (bases[ROOT] ?? 0) + number;
    this.symbols = new UnitMap(symbols);
    const firsts = symbols
      .filter(([, number]) => parents[rootOf(number)] === ROOT)
      .map(([unit, number]) => [unit, rootOf(number)] as const);
    this.firsts = new UnitMap(firsts);
    this.begins = new UnitSet(firsts.map(([unit]) => unit));
  }

  /** The longest word at a place, or 0; ask `senseOf`, `valueOf` and `lengthOf` about it. */
  find(text: string, start: number): number {
    if (start < 0 || start >= text.length) return 0;
    const first = this.firsts.get(text.charCodeAt(start));
    return first === 0 ? 0 : this.longest(text, start, first);
  }

  /** The next place, from `start` on, at which a word may begin; `end` or beyond when there is none. */
  seek(text: string, start: number, end: number): number {
    const { begins } = this;
    let at = start;
    if (this.step === 1) while (at < end && !begins.has(text.charCodeAt(at))) at++;
    else while (at > end && !begins.has(text.charCodeAt(at))) at--;
    return at;
  }

  senseOf(match: number): number {
    return this.tree.senses[match >> LENGTH_BITS] ?? 0;
  }

  valueOf(match: number): number {
    return this.tree.values[match >> LENGTH_BITS] ?? 0;
  }

  /** The longest word that begins with the letter at `start`, which leads to `first`. */
  private longest(text: string, start: number, first: number): number {
    const { symbols, step } = this;
    const { bases, parents, words } = this.tree;
    let node = first;
    let found = words[node] === 1 ? (node << LENGTH_BITS) | 1 : 0;
    let gap = 0;
    for (let at = start + step; at >= 0 && at < text.length; at += step) {
      const unit = text.charCodeAt(at);
      const symbol = symbols.get(unit);
      if (symbol === 0) {
        if (!isGap(unit) || ++gap > WIDEST_GAP) break;
        continue;
      }
      const next = (bases[node] ?? 0) + symbol;
      if (parents[next] !== node) break;
      node = next;
      gap = 0;
      const length = (at - start) * step + 1;
      if (words[node] === 1 && length <= LONGEST) found = (node << LENGTH_BITS) | length;
    }
    return found;
  }
}

/** How many units of the text a match covers. */
export const lengthOf = (match: number): number => match & LONGEST;
