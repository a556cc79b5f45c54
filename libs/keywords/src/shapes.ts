import { ALIKE, PARTS, SPLITS } from './tables/shapes.generated.js';
import { once } from './unit-table.js';

const NONE: readonly number[] = [];

function append(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const parts = once(() => {
  const map = new Map<number, number[]>();
  for (const entry of PARTS)
    for (let i = 1; i < entry.length; i++) append(map, entry.charCodeAt(i), entry.charCodeAt(0));
  return map;
});

const alikes = once(() => {
  const map = new Map<number, number[]>();
  for (const pair of ALIKE.split(' '))
    if (pair.length === 2) append(map, pair.charCodeAt(0), pair.charCodeAt(1));
  return map;
});

const pairOf = (left: number, right: number): number => left * 0x10000 + right;

const splits = once(() => {
  const map = new Map<number, number>();
  for (const entry of SPLITS.split(' '))
    if (entry.length === 3)
      map.set(pairOf(entry.charCodeAt(0), entry.charCodeAt(1)), entry.charCodeAt(2));
  return map;
});

const firsts = once(() => {
  const flags = new Uint8Array(0x10000);
  for (const pair of splits().keys()) flags[Math.floor(pair / 0x10000)] = 1;
  return flags;
});

/** The parts of a character that may lend it their sound: 棋 has 其. */
export const partsOf = (unit: number): readonly number[] => parts().get(unit) ?? NONE;

/** The characters that one is taken for at a glance. */
export const alikesOf = (unit: number): readonly number[] => alikes().get(unit) ?? NONE;

/** Whether one character is a part of the other or both have a part in common. */
export function sharePart(a: number, b: number): boolean {
  const left = partsOf(a);
  const right = partsOf(b);
  return left.includes(b) || right.includes(a) || left.some((part) => right.includes(part));
}

/** Whether a character may be the first half of a split one; one load, asked at every place. */
export const beginsSplit = (unit: number): boolean => firsts()[unit] === 1;

/** The character that two make when written together (亻呆 is 保), or 0. */
export const joined = (left: number, right: number): number =>
  splits().get(pairOf(left, right)) ?? 0;
