import { randomInt } from 'node:crypto';
import { hashPassword, isPassword } from './passwords.js';

const COUNT = 8;
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 16;

/** Codes that stand for the second factor once each, of 79 bits; shown once and kept as hashes. */
export const madeRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () =>
    Array.from({ length: LENGTH }, (_, at) => {
      const sign = SIGNS[randomInt(SIGNS.length)] ?? '';
      return at > 0 && at % 4 === 0 ? `-${sign}` : sign;
    }).join(''),
  );

export const hashesOfCodes = (codes: readonly string[]): Promise<string[]> =>
  Promise.all(codes.map((code) => hashPassword(plain(code))));

/** The hash that a code opens, or null; every hash is tried, so that the time tells nothing. */
export async function hashOpenedBy(
  code: string,
  hashes: readonly string[],
): Promise<string | null> {
  const given = plain(code);
  if (given.length !== LENGTH) return null;
  const opened = await Promise.all(hashes.map((hash) => isPassword(hash, given)));
  return hashes.find((_, at) => opened[at]) ?? null;
}

const plain = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');
