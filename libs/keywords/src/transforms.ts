import { pointsOf } from './code-points.js';
import { FOLD_KINDS, digitOf, expansionOf, foldKindOf, isSkipped } from './fold-table.js';
import { collapses, symbolsOf, type Profile } from './profile.js';

/** What kind of character this is, in the words that hits use. */
function kindOf(cp: number): string {
  const kind = FOLD_KINDS[foldKindOf(cp)] ?? 'plain';
  if (kind === 'soft') return 'noise';
  // A plain character that stands for another one does so by its looks: 0 and 零.
  return kind === 'plain' ? 'look-alike' : kind;
}

const firstSymbol = (cp: number, profile: Profile): number | undefined => symbolsOf(profile, cp)[0];

/** What turned a character of the term into one of the text, or null when they are the same. */
function changeOf(written: number, meant: number, profile: Profile): string | null {
  if (written === meant) return null;
  if (expansionOf(written)) return 'compatibility';
  if (firstSymbol(written, 'folded') === firstSymbol(meant, 'folded'))
    return foldKindOf(written) === 0 && foldKindOf(meant) !== 0 ? kindOf(meant) : kindOf(written);
  if (profile === 'homophone') return 'homophone';
  return digitOf(written) === undefined ? 'look-alike' : 'digits';
}

/** Walks along a quote and the term that it was read as. */
class Comparison {
  readonly found = new Set<string>();
  private readonly meant: readonly number[];
  private at = 0;
  private previous = -1;

  constructor(
    private readonly term: string,
    private readonly profile: Profile,
  ) {
    this.meant = pointsOf(term).filter((cp) => !isSkipped(cp));
  }

  take(cp: number): void {
    if (symbolsOf(this.profile, cp).length === 0) this.skip(cp);
    else if (this.isRepeat(cp)) this.found.add('repeat');
    else this.step(cp);
  }

  private skip(cp: number): void {
    if (!this.term.includes(String.fromCodePoint(cp))) this.found.add(kindOf(cp));
  }

  private step(cp: number): void {
    const change = changeOf(cp, this.meant[this.at] ?? cp, this.profile);
    if (change) this.found.add(change);
    this.at += expansionOf(cp)?.length ?? 1;
    this.previous = cp;
  }

  /** Whether a character only repeats the one before, where the term goes on. */
  private isRepeat(cp: number): boolean {
    if (!collapses(this.profile) || this.previous < 0) return false;
    const symbol = firstSymbol(cp, this.profile);
    if (firstSymbol(this.previous, this.profile) !== symbol) return false;
    const next = this.meant[this.at];
    return next === undefined || firstSymbol(next, this.profile) !== symbol;
  }
}

/**
 * Names what had to be undone to read a quote as a term, in order of appearance; empty when the
 * quote is the term.
 */
export function transformsOf(quote: string, term: string, profile: Profile): readonly string[] {
  if (quote === term || profile === 'exact') return [];
  const comparison = new Comparison(term, profile);
  for (const cp of pointsOf(quote)) comparison.take(cp);
  return [...comparison.found];
}
