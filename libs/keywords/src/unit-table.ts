/**
 * Codes of a table by UTF-16 unit: nothing that a term could hold, passed over, and several or beyond the unit. Codes
 * from MARKED on are seldom and make a reading look closer, those from CALLED on are of letters whose places it calls
 * out as it goes; no folded text has characters there.
 */
export const UNKNOWN = 0;
export const PASSED_OVER = 1;
export const MARKED = 0xfe00;
export const CALLED = 0xfe40;
export const MOST_CALLED = 64;
export const LOOK_CLOSER = 0xffff;

/** What a reading sees in one code point: a code below LOOK_CLOSER, several, or none when it passes over it. */
export type CodesOf = (cp: number) => readonly number[];

/** How many different UTF-16 units there are: the length of a table that has a place for each. */
export const UNITS = 0x10000;
export const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

function codeOfUnit(codesOf: CodesOf, unit: number): number {
  if (isSurrogate(unit)) return LOOK_CLOSER;
  const [code, ...more] = codesOf(unit);
  if (more.length > 0) return LOOK_CLOSER;
  return code ?? PASSED_OVER;
}

/** A reading composed into one load per UTF-16 unit. */
export const unitTable = (codesOf: CodesOf): Uint16Array =>
  Uint16Array.from({ length: UNITS }, (_, unit) => codeOfUnit(codesOf, unit));

/** Makes a value once, when first asked: tables cost milliseconds that not every process needs. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
