import type { Reporter } from '@risk/domain';
import type { VaultCipher } from './vault-cipher.js';

/** What lies in the vault for one record. */
export interface SealedReporter {
  readonly reporter: Reporter;
  /** Texts before what tells of the reporter was taken out of them, by field. */
  readonly original: Readonly<Record<string, string>>;
}

const placeOf = (recordId: string): string => `reporter:${recordId}`;

export function sealReporter(
  cipher: VaultCipher,
  { reporter, original }: SealedReporter,
  recordId: string,
): Buffer {
  const whole = Object.keys(original).length > 0 ? { ...reporter, original } : reporter;
  return cipher.seal(Buffer.from(JSON.stringify(whole)), placeOf(recordId));
}

/** The oldest rows know of no texts. */
export function openReporter(
  cipher: VaultCipher,
  sealed: Buffer,
  recordId: string,
): SealedReporter {
  const plain = cipher.open(sealed, placeOf(recordId)).toString('utf8');
  const { original = {}, ...reporter } = JSON.parse(plain) as Reporter &
    Partial<Pick<SealedReporter, 'original'>>;
  return { reporter, original };
}
