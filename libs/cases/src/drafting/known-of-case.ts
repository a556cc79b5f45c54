import type { Evidence, LockedAlert, UnitNames } from '../desk/ports.js';
import { BLANK } from '../letters/phrases.js';
import { maskedText, type MaskedText } from '../letters/masked-text.js';
import type { LetterEnds, Officer, Registered } from '../letters/facts.js';
import type { Verification } from '../verification/verification.js';
import type { FoundStep, RegisteredFirm } from './ports.js';
import type { SaidOfAny } from './said.js';
import { keptUnit, saidUnit } from './unit-words.js';

/** All that the house knows of a case when a letter is written. */
export interface KnownOfCase {
  /** yyyy-mm-dd */
  readonly today: string;
  readonly alert: LockedAlert;
  readonly firm: RegisteredFirm;
  readonly region: string | null;
  /** Oldest first. */
  readonly verifications: readonly Verification[];
  readonly finding: FoundStep | null;
  readonly evidence: readonly Evidence[];
  /** What is known of those who reported; it is taken out of every text of the house. */
  readonly reporters: readonly string[];
  /** The unit that issues the letter. */
  readonly from: string;
  readonly units: UnitNames;
}

/** A text that the house kept, without whoever reported. */
export const keptText = ({ reporters }: KnownOfCase, text: string): MaskedText =>
  maskedText(text, reporters);

/** What a person wrote for this letter: a reporter in it is refused at the gate, where it is seen who tried. */
export const saidText = (text: string): MaskedText => maskedText(text);

export const latestOf = ({ verifications }: KnownOfCase): Verification | null =>
  verifications.at(-1) ?? null;

/** Who writes to whom; nobody knows to whom unless somebody says so. */
export const endsOf = (known: KnownOfCase, said: SaidOfAny): LetterEnds => ({
  on: said.on ?? known.today,
  from: keptUnit(known.units, known.from),
  to: 'to' in said && said.to !== undefined ? saidUnit(known.units, 'to', said.to) : BLANK,
  copies: said.copies.map((one) => saidUnit(known.units, 'copies', one)),
});

/** The firm by the register; what a person says of it stands before. */
export const firmOf = ({ firm, region }: KnownOfCase, said: SaidOfAny): Registered => ({
  name: firm.name,
  uscc: firm.uscc,
  representative: said.firm?.representative ?? firm.representative,
  address: said.firm?.address ?? firm.address,
  region,
});

/** The officers of a verification, with the badges that somebody tells. */
export function officersOf(
  { officers, unit }: Verification,
  { units }: KnownOfCase,
  told: SaidOfAny & { readonly officers?: readonly Told[] | undefined },
): Officer[] {
  return officers.map((name) => {
    const said = told.officers?.find((one) => one.name === name);
    return { name, unit: said?.unit ?? keptUnit(units, unit), badge: said?.badge ?? null };
  });
}

interface Told {
  readonly name: string;
  readonly unit?: string | undefined;
  readonly badge?: string | undefined;
}
