import { pointsOf } from './code-points.js';
import { readingOf, symbolsOf, type Profile } from './profile.js';
import type { TermRule } from './term.js';

/** A term as one matcher needs it. */
export interface CompiledTerm {
  /** Its place in the list that was compiled. */
  readonly index: number;
  readonly text: string;
  readonly edges: boolean;
  /** The symbols to find, in the matcher's reading. */
  readonly symbols: readonly number[];
  /** The symbols of plain folding, to see which characters of a homophone hit differ. */
  readonly folded: readonly number[];
  /** How long each run of equal symbols is in the term. */
  readonly counts: readonly number[];
}

function runLengths(symbols: readonly number[]): number[] {
  const counts: number[] = [];
  symbols.forEach((symbol, i) => {
    if (i > 0 && symbol === symbols[i - 1]) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else counts.push(1);
  });
  return counts;
}

/** Prepares a term for a reading. */
export function compiledTerm(rule: TermRule, index: number, profile: Profile): CompiledTerm {
  const spelt = pointsOf(rule.term).flatMap((cp) => symbolsOf(profile, cp));
  return {
    index,
    text: rule.term,
    edges: rule.edges ?? true,
    symbols: readingOf(profile, rule.term),
    folded: profile === 'homophone' ? readingOf('folded', rule.term) : [],
    counts: runLengths(spelt),
  };
}
