/** Cuts a list into pieces of at most `size`. */
export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < list.length; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}

/** Sorts a list into named heaps, each in the order of the list. */
export function groupBy<T, K>(list: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const heaps = new Map<K, T[]>();
  for (const item of list) {
    const heap = heaps.get(keyOf(item));
    if (heap) heap.push(item);
    else heaps.set(keyOf(item), [item]);
  }
  return heaps;
}

/** Keeps the first of all items that share a key. */
export function uniqueBy<T>(list: Iterable<T>, keyOf: (item: T) => unknown): T[] {
  const seen = new Map<unknown, T>();
  for (const item of list) {
    const key = keyOf(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
