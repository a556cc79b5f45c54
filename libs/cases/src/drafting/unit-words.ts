import { Invalid } from '@risk/kit';
import type { UnitNames } from '../desk/ports.js';

/** The name of a unit that was kept; its code when the register of units has lost it since. */
export const keptUnit = (units: UnitNames, code: string): string => units.nameOf(code) ?? code;

/** A unit as a person names it: by its code or by a Chinese name; a mistyped code is no name. */
export function saidUnit(units: UnitNames, field: string, words: string): string {
  const name = units.nameOf(words);
  if (name !== null) return name;
  if (/\p{Script=Han}/u.test(words)) return words;
  throw new Invalid(`${field}：没有代码为“${words}”的单位，可以写名称`);
}
