import { pointAt, unitsOf } from './code-points.js';
import { FOLD_KINDS, digitOf, expansionOf, foldKindOf, isSkipped } from './fold-table.js';
import { joined } from './shapes.js';
import { collapses, firstSymbolOf, type Profile } from './symbols.js';

/** What kind of character this is, in the words that hits use. */
function kindOf(cp: number): string {
  const kind = FOLD_KINDS[foldKindOf(cp)] ?? 'plain';
  if (kind === 'soft') return 'noise';
  // A plain character that stands for another one does so by its looks: 0 and 零.
  return kind === 'plain' ? 'look-alike' : kind;
}

const foldsAlike = (a: number, b: number): boolean =>
  firstSymbolOf('folded', a) === firstSymbolOf('folded', b);

/** What turned a character of the term into another one of the text; `alike` where both fold to the same. */
function changeOf(written: number, meant: number, alike: boolean): string {
  if (expansionOf(written)) return 'compatibility';
  if (alike)
    return foldKindOf(written) === 0 && foldKindOf(meant) !== 0 ? kindOf(meant) : kindOf(written);
  return digitOf(written) === undefined ? 'look-alike' : 'digits';
}

/** The next character of a term that folding does not leave out, from a place on; -1 at the end. */
function meantFrom(term: string, at: number): number {
  while (at < term.length && isSkipped(pointAt(term, at))) at += unitsOf(pointAt(term, at));
  return at < term.length ? at : -1;
}

/** Walks along a quote and the term that it was read as. */
class Comparison {
  readonly found: string[] = [];
  private at: number;
  private previous = -1;
  private readonly collapses: boolean;

  constructor(
    private readonly term: string,
    private readonly profile: Profile,
  ) {
    this.at = meantFrom(term, 0);
    this.collapses = collapses(profile);
  }

  /** Takes the character at a place of the quote; answers how many units were taken. */
  take(quote: string, at: number): number {
    const cp = pointAt(quote, at);
    const taken = unitsOf(cp);
    const meant = this.meant();
    if (cp === meant) {
      this.step(cp, 1);
      return taken;
    }
    if (firstSymbolOf(this.profile, cp) < 0) this.skip(cp);
    else if (this.collapses && this.isRepeat(cp)) this.note('repeat');
    else return this.takeOther(cp, meant, quote, at);
    return taken;
  }

  /** Takes a character that is another one than the term has. */
  private takeOther(cp: number, meant: number, quote: string, at: number): number {
    const taken = unitsOf(cp);
    const alike = foldsAlike(cp, meant);
    if (!alike && joined(cp, pointAt(quote, at + taken)) === meant) {
      this.note('split');
      this.step(meant, 1);
      return taken + 1;
    }
    if (meant >= 0) this.note(changeOf(cp, meant, alike));
    this.step(cp, expansionOf(cp)?.length ?? 1);
    return taken;
  }

  private meant(): number {
    return this.at < 0 ? -1 : pointAt(this.term, this.at);
  }

  private note(transform: string): void {
    if (!this.found.includes(transform)) this.found.push(transform);
  }

  private skip(cp: number): void {
    if (!this.term.includes(String.fromCodePoint(cp))) this.note(kindOf(cp));
  }

  private step(cp: number, symbols: number): void {
    for (let i = 0; i < symbols && this.at >= 0; i++)
      this.at = meantFrom(this.term, this.at + unitsOf(this.meant()));
    this.previous = cp;
  }

  /** Whether a character only repeats the one before, where the term goes on. */
  private isRepeat(cp: number): boolean {
    if (this.previous < 0) return false;
    const symbol = firstSymbolOf(this.profile, cp);
    if (firstSymbolOf(this.profile, this.previous) !== symbol) return false;
    const next = this.meant();
    return next < 0 || firstSymbolOf(this.profile, next) !== symbol;
  }
}

/**
 * Names what had to be undone to read a quote as a term, in order of appearance; empty when the
 * quote is the term.
 */
export function transformsOf(quote: string, term: string, profile: Profile): readonly string[] {
  if (quote === term || profile === 'exact') return [];
  const comparison = new Comparison(term, profile);
  for (let at = 0; at < quote.length;) at += comparison.take(quote, at);
  return comparison.found;
}

/** How sure a reading is that undid something, by what it undid; what is missing here is beyond doubt. */
const CERTAINTY: Readonly<Record<string, number>> = {
  invisible: 0.99,
  digits: 0.98,
  noise: 0.97,
  'look-alike': 0.97,
  repeat: 0.97,
  split: 0.95,
};

/** How sure it is that a plain reading is meant, 0 to 1: each thing undone takes its share. */
export const confidenceOf = (transforms: readonly string[]): number =>
  transforms.reduce((sure, transform) => sure * (CERTAINTY[transform] ?? 1), 1);
