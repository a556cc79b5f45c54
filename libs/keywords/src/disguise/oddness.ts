import { NOISE, foldKindOf } from '../fold-table.js';
import { once } from '../unit-table.js';
import { writtenOf } from './hearing.js';
import { rarityOf } from './usage.js';

/** A character as rare as this is odd in an ordinary text. */
const ODD_FROM = 4.6;
/** How far around a place its surroundings reach, in UTF-16 units. */
const REACH = 30;
/** Of fewer Chinese characters than this nothing is inferred. */
const FEW = 8;

const CHINESE = 1;
const ODD = 2;
const MARK = 4;

/** What a UTF-16 unit is to this question. */
const kinds = once(() =>
  Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    if (unit >= 0x3400 && unit <= 0x9fff)
      return CHINESE | (rarityOf(writtenOf(unit)) >= ODD_FROM ? ODD : 0);
    return foldKindOf(unit) === NOISE ? MARK : 0;
  }),
);

/**
 * How much a text looks like one in disguise around a place: rare characters and marks between Chinese characters
 * among the Chinese characters there. Counted once a text, when first asked.
 */
export class Oddness {
  private text = '';
  private isCounted = false;
  private odd = new Uint32Array(0);
  private chinese = new Uint32Array(0);

  /** Begins another text. */
  begin(text: string): void {
    this.text = text;
    this.isCounted = false;
  }

  /** The square root of the share of odd characters around a span, 0 to about 1. */
  around(start: number, end: number): number {
    if (!this.isCounted) this.count();
    const from = Math.max(0, start - REACH);
    const to = Math.min(this.text.length, end + REACH);
    const odd = between(this.odd, from, start) + between(this.odd, end, to);
    const chinese = between(this.chinese, from, start) + between(this.chinese, end, to);
    return Math.sqrt(odd / Math.max(FEW, chinese));
  }

  private count(): void {
    const { text } = this;
    if (this.odd.length <= text.length) {
      this.odd = new Uint32Array(text.length * 2 + 1);
      this.chinese = new Uint32Array(text.length * 2 + 1);
    }
    const table = kinds();
    let [odd, chinese, before] = [0, 0, 0];
    for (let at = 0; at < text.length; at++) {
      const kind = table[text.charCodeAt(at)] ?? 0;
      const after = kind === MARK ? (table[text.charCodeAt(at + 1)] ?? 0) : 0;
      if ((kind & ODD) !== 0 || (before & after & CHINESE) !== 0) odd++;
      chinese += kind & CHINESE;
      this.odd[at + 1] = odd;
      this.chinese[at + 1] = chinese;
      before = kind;
    }
    this.isCounted = true;
  }
}

/** How many of a running count fall between two places. */
const between = (counts: Uint32Array, from: number, to: number): number =>
  Math.max(0, (counts[to] ?? 0) - (counts[from] ?? 0));
