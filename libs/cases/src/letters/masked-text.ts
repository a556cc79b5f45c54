import { maskPersons } from '../mask-persons.js';

declare const masked: unique symbol;

/** A text from people that went through the mask; letters take no other, and only `maskedText` makes one. */
export type MaskedText = string & { readonly [masked]: true };

/** A day or minute as this house writes it, with no other digits around: `2026-11-27 10:00` is no telephone. */
const MOMENT =
  /(?<![\d０-９][-－\s]*)(20[1-9]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?: [0-2]\d:[0-5]\d)?)(?![-－:：\s]*[\d０-９])/u;

/** Takes out of a text what identifies a person, and all that is known of its reporter. */
export function maskedText(text: string, reporter: readonly string[] = []): MaskedText {
  const pieces = text.split(MOMENT);
  return pieces
    .map((piece, i) => (i % 2 === 1 ? piece : maskPersons(piece, reporter)))
    .join('') as MaskedText;
}
