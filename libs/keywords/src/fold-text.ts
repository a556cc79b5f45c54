import { pointAt, unitsOf } from './code-points.js';
import { INVISIBLE, NOISE, expansionOf, foldKindOf, foldedOf, isWordPoint } from './fold-table.js';

/** One turn of a text into its folded characters, without noise. */
function spell(cp: number): string {
  const expansion = expansionOf(cp);
  return expansion ? String.fromCodePoint(...expansion) : String.fromCodePoint(foldedOf(cp));
}

const endsInWord = (text: string): boolean => isWordPoint(text.codePointAt(text.length - 1) ?? 0);

/**
 * Writes a text in one plain form: simplified, narrow, lower case, without invisible characters and
 * without noise between characters. Punctuation that parts clauses stays, and one space stays
 * between two Latin words or numbers. Folding twice changes nothing more.
 */
export function foldText(text: string): string {
  let out = '';
  let gap = false;
  for (let at = 0; at < text.length;) {
    const cp = pointAt(text, at);
    at += unitsOf(cp);
    const kind = foldKindOf(cp);
    if (kind === INVISIBLE) continue;
    if (kind === NOISE) {
      gap = true;
      continue;
    }
    const spelt = spell(cp);
    if (gap && endsInWord(out) && isWordPoint(pointAt(spelt, 0))) out += ' ';
    gap = false;
    out += spelt;
  }
  return out;
}
