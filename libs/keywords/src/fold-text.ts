import { pointAt, unitsOf } from './code-points.js';
import { INVISIBLE, NOISE, expansionOf, foldKindOf, foldedOf, isWordPoint } from './fold-table.js';
import { UNITS, isSurrogate, once } from './unit-table.js';

/** One turn of a text into its folded characters, without noise. */
function spell(cp: number): string {
  const expansion = expansionOf(cp);
  return expansion ? String.fromCodePoint(...expansion) : String.fromCodePoint(foldedOf(cp));
}

const endsInWord = (text: string): boolean => isWordPoint(text.codePointAt(text.length - 1) ?? 0);

/** 1 for each UTF-16 unit that is written as it stands: nearly all of an ordinary text. */
const plainUnits = once(() =>
  Uint8Array.from({ length: UNITS }, (_, unit) => (isPlain(unit) ? 1 : 0)),
);

function isPlain(unit: number): boolean {
  if (isSurrogate(unit)) return false;
  const kind = foldKindOf(unit);
  return kind !== INVISIBLE && kind !== NOISE && spell(unit) === String.fromCharCode(unit);
}

/** Where the run of plain units ends that begins at a place. */
function plainEnd(text: string, start: number, plain: Uint8Array): number {
  let at = start;
  while (at < text.length && plain[text.charCodeAt(at)] === 1) at++;
  return at;
}

/**
 * Writes a text in one plain form: simplified, narrow, lower case, without invisible characters and
 * without noise between characters. Punctuation that parts clauses stays, and one space stays
 * between two Latin words or numbers. Folding twice changes nothing more.
 */
export function foldText(text: string): string {
  const plain = plainUnits();
  let out = '';
  let gap = false;
  for (let at = 0; at < text.length;) {
    const end = plainEnd(text, at, plain);
    const cp = pointAt(text, at);
    const next = end > at ? end : at + unitsOf(cp);
    const kind = end > at ? 0 : foldKindOf(cp);
    if (kind !== INVISIBLE && kind !== NOISE) {
      const spelt = end > at ? text.slice(at, end) : spell(cp);
      if (gap && endsInWord(out) && isWordPoint(pointAt(spelt, 0))) out += ' ';
      out += spelt;
    }
    if (kind !== INVISIBLE) gap = kind === NOISE;
    at = next;
  }
  return out;
}
