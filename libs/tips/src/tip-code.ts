import { createHash } from 'node:crypto';

/** Without I, L, O and U: what is written down is read back right (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const BITS = 5;
const GROUP = /(.{4})(?=.)/g;

/** A code of 100 bits out of keyed hexadecimal, in groups of four: `7F3K-…`. */
export function codeFrom(hex: string): string {
  const bits = BigInt(`0x${hex}`);
  const signs = Array.from(
    { length: LENGTH },
    (_, at) => SIGNS[Number((bits >> BigInt(at * BITS)) & 31n)] ?? '',
  );
  return signs.join('').replace(GROUP, '$1-');
}

/** What somebody typed as the code that was meant; it may be none. */
export const typedCode = (typed: string): string =>
  typed
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** What is kept of a code: 100 bits of chance need no salt. */
export const digestOfCode = (code: string): Buffer =>
  createHash('sha256')
    .update(`tip-code:${typedCode(code)}`)
    .digest();
