import { foldKindOf, foldedOf, FOLD_KINDS } from '../fold-table.js';

const KEPT: Readonly<Record<string, string>> = {
  '．': '.',
  '﹪': '%',
  '／': '/',
  '－': '-',
  '～': '~',
  '：': ':',
};
let table: Uint16Array | null = null;

function narrowed(unit: number): string {
  const char = String.fromCharCode(unit);
  if (char === '\n') return char;
  const kept = KEPT[char];
  if (kept !== undefined) return kept;
  const kind = FOLD_KINDS[foldKindOf(unit)];
  if (unit >= 0xd800 && unit <= 0xdfff) return char;
  if (kind === 'invisible' || kind === 'noise' || kind === 'soft')
    return /\s/.test(char) ? ' ' : char;
  const to = foldedOf(unit);
  return to > 0xffff ? char : String.fromCharCode(to);
}

const tableOfUnits = (): Uint16Array =>
  Uint16Array.from({ length: 0x10000 }, (_, unit) => narrowed(unit).charCodeAt(0));

/** How many units are turned into a string at once; `fromCharCode` takes arguments. */
const PIECE = 4096;

/** A text in simplified, narrow, lower-case form with every unit in its old place, so that spans hold. */
export function narrow(text: string): string {
  table ??= tableOfUnits();
  let out = '';
  for (let from = 0; from < text.length; from += PIECE) {
    const piece = new Uint16Array(Math.min(PIECE, text.length - from));
    for (let i = 0; i < piece.length; i++) {
      const unit = text.charCodeAt(from + i);
      piece[i] = table[unit] ?? unit;
    }
    out += String.fromCharCode(...piece);
  }
  return out;
}
