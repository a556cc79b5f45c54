import { Invalid } from '@risk/kit';
import { foldName, placesFrom, readCode } from '@risk/resolution';
import type { RegionRegister } from '@risk/routing';
import { compileLicensed } from '@risk/scoring';
import type { ConfigFolder } from '@risk/settings';
import type { Judging } from '../compile-judging.js';

/**
 * Checks a register as the start of the house will, against the rules and words in force: to compile those anew
 * takes seconds in which a running house would answer nobody.
 */
export function checkRegister(
  { licensed }: Pick<ConfigFolder, 'licensed'>,
  { scoring, codes }: Pick<Judging, 'scoring' | 'codes'>,
  { city, counties, zones }: RegionRegister,
): void {
  const places = placesFrom([city, ...counties, ...zones]);
  const register = compileLicensed(licensed, {
    foldName: (name) => foldName(name, places).folded,
    readCode,
    neverSuppressed: scoring.neverSuppressed,
  });
  const problems = register.strangers((code) => codes.has(code));
  if (problems.length > 0) throw new Invalid(problems.join('\n'), { problems });
}
