import { Invalid } from '@risk/kit';
import type { PackedDisguise } from './disguise/disguise-scanner.js';
import { DisguisePacker } from './disguise/pack-disguise.js';
import { isWordPoint } from './fold-table.js';
import { packIndex, SequenceList } from './pack-index.js';
import { foldedCodesOf, isShared, letterOf } from './symbols.js';
import { plainRule, problemOfTerm, type TermRule } from './term.js';
import type { PackedIndex } from './packed-index.js';

/** What a term asks for, as bits. */
export const EXACT = 1;
export const DIGITS = 2;
export const REPEAT = 4;
export const ALLOW = 8;
/** Its first or last character can go on across the border of a hit. */
export const MINDS_EDGES = 16;
/** One of its codes stands for several symbols. */
export const SHARED = 32;
/** It is written with the very units that are its codes. */
export const AS_CODED = 64;

/**
 * Terms compiled for scanning: typed arrays only, so that a worker hands them over without a copy and a running
 * scanner is swapped at once.
 */
export interface PackedTerms {
  readonly flags: Uint8Array;
  /** Whether any term masks others. */
  readonly allows: boolean;
  /** The terms as written, one after the other, and where each begins. */
  readonly units: Uint16Array;
  readonly offsets: Int32Array;
  /** Terms that must stand as they are, by UTF-16 unit. */
  readonly exact: PackedIndex | null;
  readonly folded: PackedIndex | null;
  /** Terms in which a run of one character counts once. */
  readonly collapsed: PackedIndex | null;
  readonly disguised: PackedDisguise | null;
  /** How many codes the longest folded term has. */
  readonly longest: number;
}

/** Whether what stands at a border of a hit can go on across it: a letter, or a digit in any style. */
const mindsEdges = (code: number | undefined): boolean =>
  code !== undefined && (isWordPoint(letterOf(code)) || isShared(code));

const isAsCoded = (text: string, codes: readonly number[]): boolean =>
  codes.length === text.length && codes.every((code, at) => text.charCodeAt(at) === code);

function flagsOf(rule: TermRule, codes: readonly number[]): number {
  const digits = rule.digits ?? false;
  const minds = (rule.edges ?? true) && (mindsEdges(codes[0]) || mindsEdges(codes.at(-1)));
  return (
    (rule.exact ? EXACT : 0) |
    (digits ? DIGITS : 0) |
    (rule.repeat ? REPEAT : 0) |
    (rule.allow ? ALLOW : 0) |
    (minds ? MINDS_EDGES : 0) |
    (codes.some(isShared) ? SHARED : 0) |
    (isAsCoded(rule.term, codes) ? AS_CODED : 0)
  );
}

const unitsOfText = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** A run of one code as a single one. */
export const collapsedCodes = (codes: readonly number[]): number[] =>
  codes.filter((code, i) => code !== codes[i - 1]);

/** Takes terms one after the other into the lists from which the indexes are made. */
class Packer {
  private readonly texts = new SequenceList();
  private readonly flags: number[] = [];
  private readonly exact = new SequenceList();
  private readonly folded = new SequenceList();
  private readonly collapsed = new SequenceList();
  private readonly disguises = new DisguisePacker();
  private longest = 0;

  add(rule: TermRule): void {
    const term = this.flags.length;
    const units = unitsOfText(rule.term);
    this.texts.add(term, units);
    if (rule.exact) {
      this.exact.add(term, units);
      this.flags.push(flagsOf(rule, foldedCodesOf(rule.term)));
      this.disguises.skip();
      return;
    }
    const codes = foldedCodesOf(rule.term);
    this.flags.push(flagsOf(rule, codes));
    this.folded.add(term, codes);
    this.longest = Math.max(this.longest, codes.length);
    if (rule.repeat) this.collapsed.add(term, collapsedCodes(codes));
    if (rule.homophone && !rule.allow) this.disguises.add(term, rule.term);
    else this.disguises.skip();
  }

  packed(): PackedTerms {
    const { codes, offsets } = this.texts.all();
    return {
      flags: Uint8Array.from(this.flags),
      allows: this.flags.some((flags) => (flags & ALLOW) !== 0),
      units: codes.slice(),
      offsets: offsets.slice(),
      exact: packed(this.exact),
      folded: packed(this.folded),
      collapsed: packed(this.collapsed),
      disguised: this.disguises.packed(),
      longest: this.longest,
    };
  }
}

const packed = (list: SequenceList): PackedIndex | null =>
  list.size === 0 ? null : packIndex(list.all());

/**
 * Compiles terms. `plain` matches the very characters and undoes nothing. Throws Invalid naming the place (counted
 * from 1) of the first term that cannot be used.
 */
export function packTerms(
  rules: readonly TermRule[],
  options: { readonly plain?: boolean } = {},
): PackedTerms {
  const packer = new Packer();
  rules.forEach((asked, i) => {
    const rule = options.plain ? plainRule(asked) : asked;
    const problem = problemOfTerm(rule);
    if (problem) throw new Invalid(`第 ${i + 1} 个词条“${rule.term}”：${problem}`);
    packer.add(rule);
  });
  return packer.packed();
}
