import { FOLLOWERS, LEVELS } from '../tables/usage.generated.js';
import { once } from '../unit-table.js';

/** Rarity of a character that the word list does not know, in tenths. */
const UNKNOWN_RARITY = 80;

function loadRarities(): Uint8Array {
  const rarities = new Uint8Array(0x10000).fill(UNKNOWN_RARITY);
  for (const entry of LEVELS) {
    const level = Number(/^\d+/.exec(entry)?.[0]);
    for (const char of entry.replace(/^\d+/, '')) rarities[char.charCodeAt(0)] = level;
  }
  return rarities;
}
const rarities = once(loadRarities);

/** How rare a character is in ordinary Chinese: 2.5 for one in 10^2.5; 8 for those that nobody uses. */
export const rarityOf = (unit: number): number => (rarities()[unit] ?? UNKNOWN_RARITY) / 10;

/** A set of pairs of units in one open-addressed table. */
class PairSet {
  private readonly slots: Uint32Array;

  constructor(entries: readonly string[]) {
    const count = entries.reduce((sum, entry) => sum + entry.length - 1, 0);
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(count * 1.5)));
    for (const entry of entries)
      for (let i = 1; i < entry.length; i++)
        this.add(pairOf(entry.charCodeAt(0), entry.charCodeAt(i)));
  }

  private slotOf(pair: number): number {
    const mask = this.slots.length - 1;
    const mixed = Math.imul(pair, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.slots[slot] !== 0 && this.slots[slot] !== pair) slot = (slot + 1) & mask;
    return slot;
  }

  private add(pair: number): void {
    this.slots[this.slotOf(pair)] = pair;
  }

  has(pair: number): boolean {
    return this.slots[this.slotOf(pair)] === pair;
  }
}

const pairOf = (left: number, right: number): number => ((left << 16) | right) >>> 0;
const ordinary = once(() => new PairSet(FOLLOWERS));

/** Whether two characters stand together in ordinary words: 威信 does, 薇信 does not. */
export const isOrdinaryPair = (left: number, right: number): boolean =>
  ordinary().has(pairOf(left, right));
