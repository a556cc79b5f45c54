import { PairTable } from './pair-table.js';
import { ALIKE, PARTS, SPLITS } from './tables/shapes.generated.js';
import { UnitLists, listsOf } from './unit-lists.js';
import { once } from './unit-table.js';

const units = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const wordsOf = (text: string): number[][] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map(units);

function* partPairs(): Generator<readonly [unit: number, part: number]> {
  for (const [part = 0, ...characters] of PARTS.map(units))
    for (const character of characters) yield [character, part];
}

const parts = once(() => new UnitLists(listsOf(partPairs())));
const alikes = once(
  () => new UnitLists(listsOf(wordsOf(ALIKE).map(([a = 0, b = 0]) => [a, b] as const))),
);
const splits = once(() =>
  wordsOf(SPLITS).map(([left = 0, right = 0, whole = 0]) => [left, right, whole] as const),
);
const wholes = once(() => new PairTable(splits()));
/** The parts of a character that may lend it their sound: 棋 has 其. */
export const partsOf = (unit: number): readonly number[] => parts().of(unit);

/** The characters that one is taken for at a glance. */
export const alikesOf = (unit: number): readonly number[] => alikes().of(unit);

/** Whether one character is taken for another at a glance. */
export const looksLike = (written: number, meant: number): boolean =>
  alikes().holds(written, meant);

/** Whether one character is a part of the other or both have a part in common. */
export const sharePart = (a: number, b: number): boolean =>
  parts().holds(a, b) || parts().holds(b, a) || parts().meet(a, b);

/** All pairs of halves. */
export const halfPairs = (): readonly (readonly [left: number, right: number, whole: number])[] =>
  splits();

/** The character that two make when written together (亻呆 is 保), or 0. */
export const joined = (left: number, right: number): number =>
  left > 0xffff || right > 0xffff ? 0 : wholes().get(left, right);
