import type { Random } from './random.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The last character of a unified social credit code (GB 32100-2015), from the seventeen before it. */
export function creditCheckDigit(seventeen: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, at) => total + weight * ALPHABET.indexOf(seventeen.charAt(at)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The last character of an organisation code (GB 11714), from the eight before it. */
export function organisationCheckDigit(eight: string): string {
  const value = (char: string) => Number.parseInt(char, 36);
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * value(eight.charAt(at)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** 91 company, 92 sole trader, 93 farmers' co-operative, 52 private non-enterprise unit. */
export type Register = '91' | '92' | '93' | '52';

/**
 * A credit code with right check digits that belongs to nobody: its organisation code begins with MY,
 * and the numbers handed out since 2015 have not come near that letter.
 */
export function someCreditCode(register: Register, regionCode: string, random: Random): string {
  const serial = Array.from({ length: 6 }, () => ALPHABET.charAt(random.int(0, 30))).join('');
  const organisation = `MY${serial}`;
  const seventeen = `${register}${regionCode}${organisation}${organisationCheckDigit(organisation)}`;
  return seventeen + creditCheckDigit(seventeen);
}
