import { Alphabet } from './alphabet.js';
import type { CompiledTerm } from './compiled-term.js';
import { isHit } from './hit-check.js';
import { PrefixFilter } from './prefix-filter.js';
import { collapses, type Profile } from './profile.js';
import { Reading } from './reading.js';
import { Trie } from './trie.js';

/** A hit before masks and modes: which term, where in the original. */
export interface RawHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly profile: Profile;
}

/** One text may bring so many hits; a flood says no more than its beginning. */
const MOST_HITS = 1_000_000;

/** Finds all terms of one reading in a text: fold, filter by prefixes, walk the trie, check. */
export class Matcher {
  private readonly alphabet: Alphabet;
  private readonly trie: Trie;
  private readonly filter: PrefixFilter;
  private readonly reading = new Reading();

  constructor(
    private readonly profile: Profile,
    private readonly terms: readonly CompiledTerm[],
  ) {
    this.alphabet = new Alphabet(
      profile,
      terms.map((term) => term.symbols),
    );
    const sequences = terms.map((term) =>
      Uint16Array.from(term.symbols, (symbol) => this.alphabet.codeOf(symbol)),
    );
    this.trie = new Trie(sequences);
    this.filter = new PrefixFilter(sequences, this.alphabet.size);
  }

  /** Adds all hits in a text, overlapping ones too, by start. */
  collect(text: string, hits: RawHit[]): void {
    const { reading, filter } = this;
    this.read(text);
    const { codes, length } = reading;
    for (let k = 0; k < length; k++) {
      const code = codes[k] ?? 0;
      if (code !== 0 && filter.passes(code, codes[k + 1] ?? 0, codes[k + 2] ?? 0))
        this.walk(k, hits);
    }
    reading.release();
  }

  private read(text: string): void {
    const { reading, alphabet } = this;
    reading.prepare(text);
    let count = alphabet.spell(text, reading.codes, reading.starts);
    if (count + 2 > reading.codes.length) {
      reading.prepareForExpansions();
      count = alphabet.spell(text, reading.codes, reading.starts);
    }
    reading.close(count);
    if (collapses(this.profile)) reading.collapse();
  }

  private walk(first: number, hits: RawHit[]): void {
    const { codes } = this.reading;
    let node = 0;
    for (let k = first; ; k++) {
      const code = codes[k] ?? 0;
      if (code === 0) return;
      node = this.trie.child(node, code);
      if (node < 0) return;
      for (let t = this.trie.termAt(node); t >= 0; t = this.trie.after(t))
        this.take(t, first, hits);
    }
  }

  private take(t: number, first: number, hits: RawHit[]): void {
    const term = this.terms[t];
    if (!term || hits.length >= MOST_HITS || !isHit(this.reading, term, first, this.profile))
      return;
    const last = first + term.symbols.length - 1;
    hits.push({
      term: term.index,
      start: this.reading.startOf(first),
      end: this.reading.endOf(last),
      profile: this.profile,
    });
  }
}
