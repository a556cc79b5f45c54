import { fingerprintOf } from '@risk/kit';
import { Context, type CueHit } from './context.js';
import type { CueGroup, Lexicon, LexiconEntry, YieldStep } from './lexicon.js';
import { ruleOf } from './parse-lexicon.js';
import { leftmostLongest, unmasked, type ScanMode } from './spans.js';
import { compileTerms, type TermHit, type TermScanner } from './term-scanner.js';
import type { TermRule } from './term.js';

/** Raised when the same lexicon would give other hits than before, so that versions tell it. */
const ENGINE_EDITION = 1;

/** A term of the lexicon found in a text; spans count UTF-16 units of the original. */
export interface KeywordHit {
  readonly code: string;
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the text. */
  readonly quote: string;
  /** What had to be undone to find it; empty for plain text. */
  readonly transforms: readonly string[];
  /** The cue that takes its meaning away (`negation 不承诺 at 3-6`), or null when it counts. */
  readonly suppressed: string | null;
}

/** What one pass over a text finds. */
export interface KeywordReading {
  readonly hits: readonly KeywordHit[];
  /** Judges any other span of the same text (a number, say) by the same context. */
  readonly context: Context;
}

type Role =
  | { readonly kind: 'term'; readonly entry: LexiconEntry }
  | { readonly kind: 'cue'; readonly group: CueGroup };

/** A compiled lexicon; immutable, so a running engine is swapped by replacing one reference. */
export class KeywordEngine {
  private readonly codes: ReadonlyMap<string, LexiconEntry>;

  constructor(
    /** Fingerprint of the lexicon's content and the engine's edition. */
    readonly version: string,
    private readonly scanner: TermScanner,
    private readonly rules: readonly TermRule[],
    private readonly roles: readonly (Role | undefined)[],
    readonly lexicon: Lexicon,
  ) {
    this.codes = new Map(lexicon.entries.map((entry) => [entry.code, entry]));
  }

  /** The lexicon's entry of a code. */
  entry(code: string): LexiconEntry | undefined {
    return this.codes.get(code);
  }

  /** The steps by which promised returns or loan prices weigh, from low to high. */
  yieldSteps(kind: 'return' | 'loan'): readonly YieldStep[] {
    return kind === 'return' ? this.lexicon.returns : this.lexicon.loans;
  }

  /** Finds the terms of a text, suppressed ones too, by start. Never throws, whatever the text. */
  scan(text: string, mode: ScanMode = 'all'): readonly KeywordHit[] {
    return this.read(text, mode).hits;
  }

  /** The same, with the context at hand. */
  read(text: string, mode: ScanMode = 'all'): KeywordReading {
    const found = this.scanner.scan(text);
    const context = new Context(text, this.cuesIn(found));
    const terms = found.filter((hit) => this.roles[hit.term]?.kind === 'term');
    const kept = mode === 'longest' ? leftmostLongest(terms) : terms;
    return { hits: kept.map((hit) => this.told(hit, context)), context };
  }

  private cuesIn(found: readonly TermHit[]): CueHit[] {
    const cues = found.flatMap(({ term, start, end, quote }) => {
      const role = this.roles[term];
      return role?.kind === 'cue' ? [{ group: role.group, start, end, quote }] : [];
    });
    const masks = cues.filter((cue) => cue.group.kind === 'mask');
    return [...unmasked(cues, masks)];
  }

  private told(hit: TermHit, context: Context): KeywordHit {
    const { start, end, quote, transforms } = hit;
    const role = this.roles[hit.term];
    return {
      code: role?.kind === 'term' ? role.entry.code : '',
      term: this.rules[hit.term]?.term ?? '',
      start,
      end,
      quote,
      transforms,
      suppressed: context.suppression(start, end),
    };
  }
}

/** Compiles a lexicon. Throws Invalid naming the first term that cannot be used. */
export function compileLexicon(lexicon: Lexicon): KeywordEngine {
  const rules: TermRule[] = [];
  const roles: (Role | undefined)[] = [];
  const add = (rule: TermRule, role?: Role): void => {
    rules.push(rule);
    roles.push(role);
  };
  for (const entry of lexicon.entries)
    for (const term of entry.terms) add(ruleOf(term), { kind: 'term', entry });
  for (const term of lexicon.allow) add({ ...ruleOf(term), allow: true });
  for (const group of lexicon.cues)
    for (const term of group.terms) add({ term }, { kind: 'cue', group });
  const version = fingerprintOf({ edition: ENGINE_EDITION, lexicon }).slice(0, 12);
  return new KeywordEngine(version, compileTerms(rules), rules, roles, lexicon);
}
