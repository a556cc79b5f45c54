import { PairTable } from '../pair-table.js';
import { FOLLOWERS, LEVELS } from '../tables/usage.generated.js';
import { once } from '../unit-table.js';

/** Rarity of a character that the word list does not know, in tenths. */
const UNKNOWN_RARITY = 80;

/** How rare each UTF-16 unit is in ordinary Chinese, in tenths of a power of ten. */
export const rarities = once(() => {
  const table = new Uint8Array(0x10000).fill(UNKNOWN_RARITY);
  for (const entry of LEVELS) {
    const level = Number(/^\d+/.exec(entry)?.[0]);
    for (const char of entry.replace(/^\d+/, '')) table[char.charCodeAt(0)] = level;
  }
  return table;
});

/** How rare a character is in ordinary Chinese: 2.5 for one in 10^2.5; 8 for those that nobody uses. */
export const rarityOf = (unit: number): number => (rarities()[unit] ?? UNKNOWN_RARITY) / 10;

const ordinary = once(
  () =>
    new PairTable(
      FOLLOWERS.flatMap((entry) =>
        Array.from(
          { length: entry.length - 1 },
          (_, i) => [entry.charCodeAt(0), entry.charCodeAt(i + 1), 1] as const,
        ),
      ),
    ),
);

/** Whether two characters stand together in ordinary words: 威信 does, 薇信 does not. */
export const isOrdinaryPair = (left: number, right: number): boolean =>
  left <= 0xffff && right <= 0xffff && ordinary().get(left, right) === 1;
