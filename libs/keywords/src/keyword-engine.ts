import { CompoundBook, type CompoundHit, type PartHit, type Slot } from './compounds.js';
import { Context, type CueHit } from './context.js';
import type { Lexicon, Meaning, YieldStep } from './lexicon.js';
import { findYields, findYieldsAt, type YieldFinding } from './numbers/find-yields.js';
import { numberTriggers } from './numbers/number-triggers.js';
import { packLexicon, roleOf, type PackedLexicon } from './pack-lexicon.js';
import { PlaceList } from './place-list.js';
import { bySpan, leftmostLongest, unmasked, type ScanMode } from './spans.js';
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
  /** Promised returns and loan prices. */
  readonly yields: readonly YieldFinding[];
}

/** A compiled lexicon; immutable, so a running engine is swapped by replacing one reference. */
export class KeywordEngine {
  /** Finds the words alone: terms, cues and parts of compounds, whatever they mean where they stand. */
  readonly scanner: TermScanner;
  private readonly meanings: ReadonlyMap<string, Meaning>;
  private readonly compounds: CompoundBook;
  /** What the terms of each code count for in compounds. */
  private readonly slots: readonly (readonly Slot[])[];
  /** Where numbers may stand in the texts that are read together. */
  private readonly called = new PlaceList();
  /** Fingerprint of the lexicon's content and the engine's edition. */
  readonly version: string;

  constructor(private readonly packed: PackedLexicon) {
    this.version = packed.version;
    this.scanner = new TermScanner(packed.terms, numberTriggers());
    this.compounds = new CompoundBook(packed.compounds);
    this.slots = packed.meanings.map(({ code }) => this.compounds.slotsOf(code));
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
    return this.understood(text, this.scanner.scan(text), mode).hits;
  }

  /** The same, with the numbers of the text, and the context at hand. */
  read(text: string): KeywordReading {
    return this.readTogether([text])[0] ?? NOTHING;
  }

  /** Reads many texts, in their order; cheaper than one by one. */
  readAll(texts: readonly string[]): readonly KeywordReading[] {
    if (texts.length <= TOGETHER) return this.readTogether(texts);
    const readings: KeywordReading[] = [];
    for (let from = 0; from < texts.length; from += TOGETHER)
      readings.push(...this.readTogether(texts.slice(from, from + TOGETHER)));
    return readings;
  }

  /** Scanning, context and numbers each work through all texts: in turn they would push each other out of the cache. */
  private readTogether(texts: readonly string[]): KeywordReading[] {
    const { called } = this;
    called.clear();
    const found = this.scanner.scanAll(texts, called);
    const readings = found.map(({ text, hits }) => this.understood(text, hits, 'all'));
    found.forEach(({ text, isCalled, from, to }, i) => {
      const yields = isCalled ? findYieldsAt(text, called.all, from, to) : findYields(text);
      const reading = readings[i];
      if (reading && yields.length > 0) reading.yields = yields;
    });
    return readings;
  }

  /** What was found in a text, its numbers aside. */
  private understood(text: string, found: readonly TermHit[], mode: ScanMode): NewReading {
    const sorted = this.sorted(found);
    const { hits, parts } = sorted;
    const cues = withoutMasked(sorted.cues);
    const context = cues.length === 0 ? NO_CONTEXT : new Context(text, cues);
    if (cues.length > 0)
      for (const hit of hits) hit.suppressed = context.suppression(hit.start, hit.end);
    const kept = mode === 'longest' ? leftmostLongest(hits) : hits;
    const compounds = this.compoundsIn(text, parts, kept, context);
    const all = compounds.length === 0 ? kept : [...kept, ...compounds].sort(bySpan);
    return { hits: all, context, yields: NO_YIELDS };
  }

  /** What was found, by what it is there for; terms that are not sure enough are left out. */
  private sorted(found: readonly TermHit[]): Sorted {
    const { compounds } = this;
    const sorted: Sorted = { hits: [], cues: [], parts: [] };
    compounds.begin();
    for (const hit of found) {
      const { kind, index, part } = roleOf(this.packed.roles[hit.term] ?? 0);
      if (kind === 'term') {
        if (hit.confidence * 100 < (this.packed.least[hit.term] ?? 0)) continue;
        sorted.hits.push(this.told(hit, index));
        compounds.saw(this.slots[index] ?? NO_SLOTS);
      } else if (kind === 'part') {
        const slots = compounds.ownSlots(index, part);
        sorted.parts.push({ start: hit.start, end: hit.end, slots });
        compounds.saw(slots);
      } else if (kind === 'cue') {
        const group = this.packed.cues[index];
        if (group) sorted.cues.push({ group, start: hit.start, end: hit.end, quote: hit.quote });
      }
    }
    return sorted;
  }

  /** A term by its code, before its context is known. */
  private told(hit: TermHit, index: number): NewHit {
    const { term, start, end, quote, transforms, confidence } = hit;
    const code = this.packed.meanings[index]?.code ?? '';
    const said = this.scanner.textOf(term);
    return { code, term: said, start, end, quote, transforms, confidence, suppressed: null };
  }

  /** Words that count together; a part that a cue takes the meaning of counts for nothing. */
  private compoundsIn(
    text: string,
    parts: readonly PartHit[],
    hits: readonly KeywordHit[],
    context: Context,
  ): readonly KeywordHit[] {
    const { compounds } = this;
    const complete = compounds.complete();
    if (complete.length === 0) return NO_HITS;
    const words = hits.map(({ code, start, end }) => ({
      start,
      end,
      slots: compounds.slotsOf(code),
    }));
    const counting = [...parts, ...words].filter(
      ({ start, end, slots }) => slots.length > 0 && context.suppression(start, end) === null,
    );
    return compounds
      .find(text, complete, counting.sort(bySpan))
      .map((hit) => toldCompound(text, hit));
  }
}

/** A reading whose numbers are still to come, and a hit whose context is. */
type New<T> = { -readonly [Part in keyof T]: T[Part] };
type NewReading = New<KeywordReading>;
type NewHit = New<KeywordHit>;

/** What a scan found, by what it is there for. */
interface Sorted {
  readonly hits: NewHit[];
  readonly cues: CueHit[];
  readonly parts: PartHit[];
}

/** So many texts are read together at most; what is found in more would not stay in the cache. */
const TOGETHER = 32;
const NO_HITS: readonly KeywordHit[] = [];
const NO_SLOTS: readonly Slot[] = [];
/** What takes nothing's meaning away, whatever the text. */
const NO_CONTEXT = new Context('', []);
const NO_YIELDS: readonly YieldFinding[] = [];
const NOTHING: KeywordReading = { hits: NO_HITS, context: NO_CONTEXT, yields: NO_YIELDS };

function withoutMasked(cues: readonly CueHit[]): readonly CueHit[] {
  if (!cues.some((cue) => cue.group.kind === 'mask')) return cues;
  const masks = cues.filter((cue) => cue.group.kind === 'mask');
  return unmasked(cues, masks).filter((cue) => cue.group.kind !== 'mask');
}

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
