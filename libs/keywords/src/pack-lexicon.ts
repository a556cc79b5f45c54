import { fingerprintOf } from '@risk/kit';
import { WITHOUT } from './compounds.js';
import type {
  Compound,
  CueGroup,
  Lexicon,
  LexiconEntry,
  LexiconTerm,
  Meaning,
  Policy,
  YieldStep,
} from './lexicon.js';
import { packTerms, type PackedTerms } from './packed-terms.js';
import { cueRuleOf, ruleOf, termRuleOf } from './parse-lexicon.js';
import type { TermRule } from './term.js';

/** Raised when the same lexicon would give other hits than before, so that versions tell it. */
const ENGINE_EDITION = 3;

/** From what confidence on a hit counts, in per cent, under each policy. */
const LEAST: Readonly<Record<Policy, number>> = { plain: 0, disguised: 75, certain: 95 };

/** What a term of the compiled list is there for. */
export interface Role {
  readonly kind: 'allow' | 'term' | 'cue' | 'part';
  /** Which code, group of cues or compound. */
  readonly index: number;
  /** Of a part of a compound: which kind of word. */
  readonly part: number;
}

const KINDS = ['allow', 'term', 'cue', 'part'] as const;
const INDEX_BITS = 22;
const PART_BITS = 8;

const packRole = (kind: Role['kind'], index = 0, part = 0): number =>
  (KINDS.indexOf(kind) << (INDEX_BITS + PART_BITS)) | (index << PART_BITS) | (part + 1);

/** Reads a packed role. */
export const roleOf = (packed: number): Role => ({
  kind: KINDS[packed >>> (INDEX_BITS + PART_BITS)] ?? 'allow',
  index: (packed >>> PART_BITS) & (2 ** INDEX_BITS - 1),
  part: (packed & (2 ** PART_BITS - 1)) - 1,
});

/** A lexicon compiled for scanning; plain data, so that a worker can hand it over. */
export interface PackedLexicon {
  readonly version: string;
  readonly terms: PackedTerms;
  /** What each term is there for. */
  readonly roles: Uint32Array;
  /** How sure a hit of each term must be, in per cent. */
  readonly least: Uint8Array;
  readonly meanings: readonly Meaning[];
  readonly compounds: readonly Compound[];
  readonly cues: readonly CueGroup[];
  readonly returns: readonly YieldStep[];
  readonly loans: readonly YieldStep[];
}

/** Collects the terms of a lexicon in one list, whatever they are there for. */
class TermList {
  readonly rules: TermRule[] = [];
  readonly roles: number[] = [];
  readonly least: number[] = [];

  add(rule: TermRule, role: number, least = 0): void {
    this.rules.push(rule);
    this.roles.push(role);
    this.least.push(least);
  }
}

const policyOf = (entry: LexiconEntry, term: LexiconTerm): Policy =>
  (typeof term === 'string' ? undefined : term.policy) ?? entry.policy;

function listOf({ entries, compounds, allow, cues }: Lexicon): TermList {
  const list = new TermList();
  entries.forEach((entry, i) => {
    for (const term of entry.terms)
      list.add(termRuleOf(entry, term), packRole('term', i), LEAST[policyOf(entry, term)]);
  });
  for (const term of allow) list.add({ ...ruleOf(term), allow: true }, packRole('allow'));
  cues.forEach((group, i) => {
    for (const term of group.terms) list.add(cueRuleOf(term), packRole('cue', i));
  });
  compounds.forEach((compound, i) => {
    const words = [...compound.of.entries(), [WITHOUT, compound.without ?? []] as const];
    for (const [kind, group] of words)
      for (const word of group)
        if (!word.startsWith('code:')) list.add({ term: word }, packRole('part', i, kind));
  });
  return list;
}

/** What is known of a code once its terms are compiled. */
function meaningOf({ terms: _terms, policy: _policy, ...meaning }: LexiconEntry): Meaning {
  return meaning;
}

/** Compiles a lexicon into plain data. Throws Invalid naming the first term that cannot be used. */
export function packLexicon(lexicon: Lexicon): PackedLexicon {
  const { rules, roles, least } = listOf(lexicon);
  return {
    version: fingerprintOf({ edition: ENGINE_EDITION, lexicon }).slice(0, 12),
    terms: packTerms(rules),
    roles: Uint32Array.from(roles),
    least: Uint8Array.from(least),
    meanings: lexicon.entries.map(meaningOf),
    compounds: lexicon.compounds,
    cues: lexicon.cues.map((group) => ({ ...group, terms: [] })),
    returns: lexicon.returns,
    loans: lexicon.loans,
  };
}
