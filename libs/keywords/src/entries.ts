import {
  HEAD,
  MOST_SIBLINGS,
  NO_CODE,
  PLACE,
  prefixHash,
  printOf,
  type PackedIndex,
} from './packed-index.js';

/** Ranges up to this many ranks are searched one by one. */
export const FEW = 16;

/** The entries of a packed index: found by prefix, counted, compared. An entry is known by where it stands. */
export class Entries {
  private readonly slotMask: number;

  constructor(private readonly packed: PackedIndex) {
    this.slotMask = packed.slots.length - 1;
  }

  /** Where the first entry stands that begins with three codes, or is the one or two before NO_CODE; or -1. */
  find(a: number, b: number, c: number): number {
    const { slots } = this.packed;
    const hash = prefixHash(a, b, c);
    const print = printOf(hash);
    // Imported names are looked up each time they are read.
    const below = PLACE;
    for (let place = hash & this.slotMask; ; place = (place + 1) & this.slotMask) {
      const slot = slots[place] ?? 0;
      if (slot === 0) return -1;
      if ((slot & ~below) === print && this.hasPrefix(slot & below, a, b, c)) return slot & below;
    }
  }

  private hasPrefix(at: number, a: number, b: number, c: number): boolean {
    const { entries } = this.packed;
    const size = entries[at] ?? 0;
    if (entries[at + HEAD] !== a) return false;
    if (b === NO_CODE) return size === 1;
    if (size < 2 || entries[at + HEAD + 1] !== b) return false;
    if (c === NO_CODE) return size === 2;
    return size > 2 && entries[at + HEAD + 2] === c;
  }

  /** How many codes the sequence of an entry has. */
  sizeOf(at: number): number {
    return this.packed.entries[at] ?? 0;
  }

  /** The entry behind another. */
  behind(at: number): number {
    return at + HEAD + this.sizeOf(at);
  }

  /** The term that an entry spells. */
  termOf(at: number): number {
    const { entries } = this.packed;
    return (entries[at + 2] ?? 0) | ((entries[at + 3] ?? 0) << 16);
  }

  /** A code of the sequence of an entry. */
  codeAt(at: number, depth: number): number {
    return this.packed.entries[at + HEAD + depth] ?? 0;
  }

  /** The entry of a rank. */
  atRank(rank: number): number {
    return this.packed.offsets[rank] ?? 0;
  }

  /** How many entries from one on begin with its prefix. */
  siblingsOf(at: number): number {
    const { entries, offsets } = this.packed;
    const known = entries[at + 1] ?? 0;
    if (known < MOST_SIBLINGS) return known;
    const rank = this.rankOf(at);
    let low = rank + 1;
    let high = offsets.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.sharePrefix(at, offsets[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    return low - rank;
  }

  private sharePrefix(a: number, b: number): boolean {
    const { entries } = this.packed;
    const size = entries[a] ?? 0;
    const other = entries[b] ?? 0;
    if (size < 3 ? other !== size : other < 3) return false;
    for (let depth = 0; depth < Math.min(size, 3); depth++)
      if (entries[a + HEAD + depth] !== entries[b + HEAD + depth]) return false;
    return true;
  }

  /** The rank of an entry. */
  rankOf(at: number): number {
    const { offsets } = this.packed;
    let low = 0;
    let high = offsets.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((offsets[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first rank of a range whose code at a depth is not below `code`; all of the range are longer. */
  bound(low: number, high: number, depth: number, code: number): number {
    const { entries, offsets } = this.packed;
    const at = HEAD + depth;
    while (high - low > FEW) {
      const middle = (low + high) >>> 1;
      if ((entries[(offsets[middle] ?? 0) + at] ?? 0) < code) low = middle + 1;
      else high = middle;
    }
    while (low < high && (entries[(offsets[low] ?? 0) + at] ?? 0) < code) low++;
    return low;
  }
}
