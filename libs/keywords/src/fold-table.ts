import { pointsOf } from './code-points.js';
import * as data from './tables/fold.generated.js';

/** What folding does to a character, from doing nothing to leaving it out. */
export const FOLD_KINDS = [
  'plain',
  'case',
  'width',
  'compatibility',
  'traditional',
  'look-alike',
  'invisible',
  'noise',
  'soft',
] as const;
type FoldKind = (typeof FOLD_KINDS)[number];

const COMPATIBILITY = FOLD_KINDS.indexOf('compatibility');
export const INVISIBLE = FOLD_KINDS.indexOf('invisible');
export const NOISE = FOLD_KINDS.indexOf('noise');
export const SOFT = FOLD_KINDS.indexOf('soft');

/** Above planes 0 to 3 nothing folds; tags and variation selectors of plane 14 are invisible. */
const COVERED = 0x40000;
const kinds = new Uint8Array(COVERED);
const targets = new Uint32Array(COVERED);
const expansions = new Map<number, readonly number[]>();
const digits = new Map<number, number>();

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const hex = (text: string | undefined): number => Number.parseInt(text ?? '', 16);

function* rangeOf(text: string): Generator<number> {
  const [first, last = first] = text.split('-');
  for (let cp = hex(first); cp <= hex(last); cp++) yield cp;
}

function* runsOf(text: string): Generator<[from: number, to: number]> {
  for (const word of wordsOf(text)) {
    const [range = '', target] = word.split('>');
    let to = hex(target);
    for (const from of rangeOf(range)) yield [from, to++];
  }
}

function fold(from: number, to: number, kind: FoldKind): void {
  kinds[from] = FOLD_KINDS.indexOf(kind);
  targets[from] = to;
}

function skip(text: string, kind: FoldKind): void {
  for (const word of wordsOf(text))
    for (const cp of rangeOf(word)) if (cp < COVERED) kinds[cp] = FOLD_KINDS.indexOf(kind);
}

function loadPairs(text: string): void {
  const points = pointsOf(text);
  for (let i = 0; i + 1 < points.length; i += 2)
    fold(points[i] ?? 0, points[i + 1] ?? 0, 'traditional');
}

function loadExpansions(text: string): void {
  for (const word of wordsOf(text)) {
    const [from, to = ''] = word.split('>');
    kinds[hex(from)] = FOLD_KINDS.indexOf('compatibility');
    expansions.set(hex(from), to.split('+').map(hex));
  }
}

function load(): void {
  for (let cp = 0; cp < COVERED; cp++) targets[cp] = cp;
  for (const [from, to] of runsOf(data.CASE)) fold(from, to, 'case');
  for (const [from, to] of runsOf(data.WIDTH)) fold(from, to, 'width');
  for (const [from, to] of runsOf(data.COMPATIBILITY)) fold(from, to, 'compatibility');
  for (const [from, to] of runsOf(data.LOOKALIKE)) fold(from, to, 'look-alike');
  loadPairs(data.TRADITIONAL);
  loadExpansions(data.EXPANSIONS);
  skip(data.INVISIBLE, 'invisible');
  skip(data.NOISE, 'noise');
  skip(data.SOFT, 'soft');
  for (const [from, to] of runsOf(data.DIGITS)) digits.set(from, to);
}
load();

/** The index in FOLD_KINDS of what folding does to a code point. */
export function foldKindOf(cp: number): number {
  if (cp < COVERED) return kinds[cp] ?? 0;
  return cp >= 0xe0000 && cp <= 0xe01ef ? INVISIBLE : 0;
}

/** Whether folding leaves a code point out. */
export const isSkipped = (cp: number): boolean => foldKindOf(cp) >= INVISIBLE;

/** The several characters that one code point stands for (㎏, ㈱), or undefined when it is one. */
export const expansionOf = (cp: number): readonly number[] | undefined =>
  foldKindOf(cp) === COMPATIBILITY ? expansions.get(cp) : undefined;

/** The one code point that a code point folds to. */
export const foldedOf = (cp: number): number => (cp < COVERED ? (targets[cp] ?? cp) : cp);

/** The ASCII digit that a code point says in any style (三, 叁, ③, Ⅲ), or undefined. */
export function digitOf(cp: number): number | undefined {
  return cp >= 0x30 && cp <= 0x39 ? cp : digits.get(cp);
}

const isBetween = (cp: number, low: number, high: number): boolean => cp >= low && cp <= high;

export const isDigit = (cp: number): boolean => isBetween(cp, 0x30, 0x39);

/** Whether a folded code point is part of a Latin, Greek or Cyrillic word or of a number. */
export function isWordPoint(cp: number): boolean {
  return (
    isDigit(cp) ||
    isBetween(cp, 0x61, 0x7a) ||
    isBetween(cp, 0xdf, 0x24f) ||
    isBetween(cp, 0x370, 0x52f)
  );
}

/** Whether the original code point is part of a word or number. */
export function standsInWord(cp: number): boolean {
  if (cp < 0 || isSkipped(cp)) return false;
  const expansion = expansionOf(cp);
  return expansion ? expansion.some(isWordPoint) : isWordPoint(foldedOf(cp));
}
