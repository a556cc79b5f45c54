/** No registered name is longer (characters before its form). */
const LONGEST = 28;

/** The start of the longest run of name letters that ends at `anchor`; closed brackets belong to it. */
export function runStart(text: string, anchor: number): number {
  let at = anchor;
  const limit = Math.max(0, anchor - LONGEST);
  while (at > limit) {
    const letter = text.charCodeAt(at - 1);
    const next = isClosing(letter)
      ? bracketStart(text, at - 1)
      : isNameLetter(letter)
        ? at - 1
        : null;
    if (next === null) break;
    at = next;
  }
  return at;
}

const isClosing = (code: number): boolean => code === 0x29 || code === 0xff09;

/** Han, Latin, digits (both widths), the middle dot and &. */
function isNameLetter(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fff || isFullWidth(code);
  return isLatin(code) || code === 0xb7 || code === 0x26;
}

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

const isFullWidth = (code: number): boolean => code >= 0xff10 && isLatin(code - 0xfee0);

function bracketStart(text: string, close: number): number | null {
  const open = Math.max(text.lastIndexOf('(', close), text.lastIndexOf('（', close));
  return open > 0 && close - open <= 8 && isNameLetter(text.charCodeAt(open - 1)) ? open : null;
}
