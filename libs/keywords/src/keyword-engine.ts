import { findCompound, partCode, type CompoundHit, type PartHit } from './compounds.js';
import { Context, type CueHit } from './context.js';
import type { CueGroup, Lexicon, Meaning, YieldStep } from './lexicon.js';
import { packLexicon, roleOf, type PackedLexicon } from './pack-lexicon.js';
import { leftmostLongest, unmasked, type ScanMode } from './spans.js';
import type { TermHit } from './term-hit.js';
import { TermScanner } from './term-scanner.js';

/** A term of the lexicon found in a text; spans count UTF-16 units of the original. */
export interface KeywordHit {
  readonly code: string;
  /** The term, or of a compound the words that it was made of. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the text. */
  readonly quote: string;
  /** What had to be undone to find it; empty for plain text. */
  readonly transforms: readonly string[];
  /** How sure it is that the term is meant, 0 to 1. */
  readonly confidence: number;
  /** The cue that takes its meaning away (`negation 不承诺 at 3-6`), or null when it counts. */
  readonly suppressed: string | null;
}

/** What one pass over a text finds. */
export interface KeywordReading {
  readonly hits: readonly KeywordHit[];
  /** Judges any other span of the same text (a number, say) by the same context. */
  readonly context: Context;
}

/** A compiled lexicon; immutable, so a running engine is swapped by replacing one reference. */
export class KeywordEngine {
  private readonly scanner: TermScanner;
  private readonly meanings: ReadonlyMap<string, Meaning>;
  /** Fingerprint of the lexicon's content and the engine's edition. */
  readonly version: string;

  constructor(private readonly packed: PackedLexicon) {
    this.version = packed.version;
    this.scanner = new TermScanner(packed.terms);
    this.meanings = new Map(
      [...packed.meanings, ...packed.compounds].map((meaning) => [meaning.code, meaning]),
    );
  }

  /** How many codes the lexicon has. */
  get size(): number {
    return this.meanings.size;
  }

  /** What a code means. */
  entry(code: string): Meaning | undefined {
    return this.meanings.get(code);
  }

  /** The steps by which promised returns or loan prices weigh, from low to high. */
  yieldSteps(kind: 'return' | 'loan'): readonly YieldStep[] {
    return kind === 'return' ? this.packed.returns : this.packed.loans;
  }

  /** Finds the terms of a text, suppressed ones too, by start. Never throws, whatever the text. */
  scan(text: string, mode: ScanMode = 'all'): readonly KeywordHit[] {
    return this.read(text, mode).hits;
  }

  /** The same, with the context at hand. */
  read(text: string, mode: ScanMode = 'all'): KeywordReading {
    const found = this.scanner.scan(text);
    const context = new Context(text, this.cuesIn(found));
    const terms = found.filter((hit) => this.isSureTerm(hit));
    const kept = mode === 'longest' ? leftmostLongest(terms) : terms;
    const hits = kept.map((hit) => this.told(hit, context));
    const compounds = this.compoundsIn(text, found, hits, context);
    return {
      hits: compounds.length === 0 ? hits : [...hits, ...compounds].sort(byPlace),
      context,
    };
  }

  private isSureTerm({ term, confidence }: TermHit): boolean {
    return this.role(term).kind === 'term' && confidence >= (this.packed.least[term] ?? 0) / 100;
  }

  private role(term: number): ReturnType<typeof roleOf> {
    return roleOf(this.packed.roles[term] ?? 0);
  }

  private cuesIn(found: readonly TermHit[]): readonly CueHit[] {
    const cues = found.flatMap(({ term, start, end, quote }) => {
      const { kind, index } = this.role(term);
      const group: CueGroup | undefined = kind === 'cue' ? this.packed.cues[index] : undefined;
      return group ? [{ group, start, end, quote }] : [];
    });
    const masks = cues.filter((cue) => cue.group.kind === 'mask');
    return unmasked(cues, masks);
  }

  private told(hit: TermHit, context: Context): KeywordHit {
    const { term, start, end, quote, transforms, confidence } = hit;
    return {
      code: this.packed.meanings[this.role(term).index]?.code ?? '',
      term: this.scanner.textOf(term),
      start,
      end,
      quote,
      transforms,
      confidence,
      suppressed: context.suppression(start, end),
    };
  }

  /** Words that count together; a part that a cue takes the meaning of counts for nothing. */
  private compoundsIn(
    text: string,
    found: readonly TermHit[],
    hits: readonly KeywordHit[],
    context: Context,
  ): KeywordHit[] {
    const { compounds } = this.packed;
    if (compounds.length === 0) return [];
    const parts = [
      ...this.partsIn(found, context),
      ...hits.filter((hit) => hit.suppressed === null),
    ];
    if (parts.length === 0) return [];
    parts.sort(byPlace);
    return compounds.flatMap((compound, index) =>
      findCompound(text, compound, index, parts).map((hit) => toldCompound(text, hit)),
    );
  }

  private partsIn(found: readonly TermHit[], context: Context): PartHit[] {
    return found.flatMap(({ term, start, end }) => {
      const { kind, index, part } = this.role(term);
      if (kind !== 'part' || context.suppression(start, end) !== null) return [];
      return [{ code: partCode(index, part), start, end }];
    });
  }
}

const byPlace = (a: PartHit, b: PartHit): number => a.start - b.start || a.end - b.end;

function toldCompound(text: string, { compound, start, end, parts }: CompoundHit): KeywordHit {
  return {
    code: compound.code,
    term: parts.map((part) => text.slice(part.start, part.end)).join('＋'),
    start,
    end,
    quote: text.slice(start, end),
    transforms: [],
    confidence: 1,
    suppressed: null,
  };
}

/** Compiles a lexicon. Throws Invalid naming the first term that cannot be used. */
export const compileLexicon = (lexicon: Lexicon): KeywordEngine =>
  new KeywordEngine(packLexicon(lexicon));
