import { Invalid } from '@risk/kit';
import { MOST_SYMBOLS } from './alphabet.js';
import { compiledTerm, type CompiledTerm } from './compiled-term.js';
import { Matcher, type RawHit } from './matcher.js';
import type { Profile } from './profile.js';
import { problemOfTerm, profileOf, type TermRule } from './term.js';
import { transformsOf } from './transforms.js';

/** Every overlapping hit, or the leftmost and of those the longest without overlap. */
export type ScanMode = 'all' | 'longest';

/** A term found: `term` is its index in the compiled list; the span counts UTF-16 units of the text. */
export interface TermHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly transforms: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Keeps the leftmost spans, of those the longest, and nothing that overlaps them; by start. */
export function leftmostLongest<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of ordered) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Drops the spans that lie inside one of the masks; both ordered by start. */
export function unmasked<T extends Span>(
  spans: readonly T[],
  masks: readonly Span[],
): readonly T[] {
  if (masks.length === 0) return spans;
  let next = 0;
  let reach = -1;
  return spans.filter((span) => {
    for (let mask = masks[next]; mask && mask.start <= span.start; mask = masks[++next])
      reach = Math.max(reach, mask.end);
    return span.end > reach;
  });
}

const byPlace = (a: RawHit, b: RawHit): number =>
  a.start - b.start || a.end - b.end || a.term - b.term;

/** The same term at the same place found by two readings is one hit, of the plainer reading. */
function withoutTwins(hits: readonly RawHit[]): RawHit[] {
  return hits.filter((hit, i) => {
    const before = hits[i - 1];
    return !before || byPlace(before, hit) !== 0;
  });
}

/** Terms compiled for scanning; immutable, so that a running scanner is swapped as a whole. */
export class TermScanner {
  private readonly matchers: readonly Matcher[];

  constructor(private readonly rules: readonly TermRule[]) {
    const heaps = new Map<Profile, CompiledTerm[]>();
    rules.forEach((rule, index) => {
      const profiles: Profile[] = rule.homophone
        ? [profileOf(rule), 'homophone']
        : [profileOf(rule)];
      for (const profile of profiles) {
        const heap = heaps.get(profile) ?? [];
        heap.push(compiledTerm(rule, index, profile));
        heaps.set(profile, heap);
      }
    });
    // The plainer reading first: of twins the first is kept.
    const order: Profile[] = ['exact', 'folded', 'digits', 'repeat', 'digits-repeat', 'homophone'];
    this.matchers = order.flatMap((profile) => {
      const terms = heaps.get(profile);
      return terms ? [new Matcher(profile, terms)] : [];
    });
  }

  /** Finds the terms of a text, by start, then end. Never throws, whatever the text. */
  scan(text: string, mode: ScanMode = 'all'): TermHit[] {
    const hits = this.raw(text);
    if (hits.length === 0) return [];
    const masks = hits.filter((hit) => this.rules[hit.term]?.allow);
    const terms = masks.length === 0 ? hits : hits.filter((hit) => !this.rules[hit.term]?.allow);
    const visible = unmasked(terms, masks);
    return (mode === 'longest' ? leftmostLongest(visible) : visible).map((hit) =>
      this.told(hit, text),
    );
  }

  private raw(text: string): RawHit[] {
    const hits: RawHit[] = [];
    for (const matcher of this.matchers) matcher.collect(text, hits);
    if (this.matchers.length < 2 || hits.length < 2) return hits;
    return withoutTwins(hits.sort(byPlace));
  }

  private told(hit: RawHit, text: string): TermHit {
    const quote = text.slice(hit.start, hit.end);
    const term = this.rules[hit.term]?.term ?? '';
    const { start, end } = hit;
    return {
      term: hit.term,
      start,
      end,
      quote,
      transforms: transformsOf(quote, term, hit.profile),
    };
  }
}

/**
 * Compiles terms into a scanner. `plain` matches the very characters and undoes nothing. Throws
 * Invalid naming the place (counted from 1) of the first term that cannot be used.
 */
export function compileTerms(
  rules: readonly TermRule[],
  options: { readonly plain?: boolean } = {},
): TermScanner {
  const asked = options.plain ? rules.map((rule) => plainRule(rule)) : rules;
  const symbols = new Set<string>();
  asked.forEach((rule, i) => {
    const problem = problemOfTerm(rule);
    if (problem) throw new Invalid(`第 ${i + 1} 个词条“${rule.term}”：${problem}`);
    for (const char of rule.term) symbols.add(char);
  });
  if (symbols.size > MOST_SYMBOLS)
    throw new Invalid(`词库用了 ${symbols.size} 个不同的字符，最多 ${MOST_SYMBOLS} 个`);
  return new TermScanner(asked);
}

/** The same term without any freedom but its edges. */
export function plainRule(rule: TermRule): TermRule {
  const { term, edges, allow } = rule;
  return { term, exact: true, edges, allow };
}
