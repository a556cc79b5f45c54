import { creditCheckLetter, organisationCheckLetter } from '@risk/resolution';
import type { Random } from './random.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 91 company, 92 sole trader, 93 farmers' co-operative, 52 private non-enterprise unit. */
export type Register = '91' | '92' | '93' | '52';

/**
 * A credit code with right check digits that belongs to nobody: its organisation code begins with MY,
 * and the numbers handed out since 2015 have not come near that letter.
 */
export function someCreditCode(register: Register, regionCode: string, random: Random): string {
  const serial = Array.from({ length: 6 }, () => ALPHABET.charAt(random.int(0, 30))).join('');
  const organisation = `MY${serial}`;
  const seventeen = `${register}${regionCode}${organisation}${organisationCheckLetter(organisation)}`;
  return seventeen + creditCheckLetter(seventeen);
}
