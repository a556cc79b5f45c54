/** The code point at an index; an unpaired surrogate is itself. */
export const pointAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;

/** The code points of a text. */
export const pointsOf = (text: string): number[] => Array.from(text, (char) => pointAt(char, 0));

/** How many UTF-16 units a code point takes. */
export const unitsOf = (cp: number): 1 | 2 => (cp > 0xffff ? 2 : 1);

/** The code point that ends before an index, or -1 at the start. */
export function pointBefore(text: string, at: number): number {
  if (at <= 0) return -1;
  const unit = text.charCodeAt(at - 1);
  if (unit < 0xdc00 || unit > 0xdfff || at < 2) return unit;
  const pair = pointAt(text, at - 2);
  return pair > 0xffff ? pair : unit;
}
