import type { Compound } from './lexicon.js';
import { stopSetOf } from './stop-set.js';

/** Which compound a word counts for, and as which of its kinds of words. */
export interface Slot {
  readonly compound: number;
  readonly kind: number;
}
/** The kind of the words that must not be there. */
export const WITHOUT = -1;

/** A word found, as compounds look at it. */
export interface PartHit {
  readonly start: number;
  readonly end: number;
  /** What it counts for. */
  readonly slots: readonly Slot[];
}

/** A compound found: what it holds, from its first to its last part. */
export interface CompoundHit {
  readonly compound: Compound;
  readonly start: number;
  readonly end: number;
  /** One part of each kind, by start. */
  readonly parts: readonly Part[];
}

/** A hit of one of a compound's kinds of words. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

const STOPS = {
  clause: '，,、。！？!?；;：:\n',
  sentence: '。！？!?；;\n',
  field: '',
} as const;
/** One text brings at most so many compounds of a kind; more say no more. */
const MOST = 3;
const NO_SLOTS: readonly Slot[] = [];
const NONE: readonly number[] = [];

/** The compounds of a lexicon: which words count for them, and where enough of those stand together. */
export class CompoundBook {
  private readonly byCode = new Map<string, Slot[]>();
  /** How many kinds of words each compound needs. */
  private readonly needed: readonly number[];
  /** Bits of the kinds of words seen, by compound. */
  private readonly seen: Int32Array;
  /** The compounds of which some word was seen. */
  private readonly touched: number[] = [];
  private readonly own: readonly (readonly Slot[])[][];

  constructor(private readonly compounds: readonly Compound[]) {
    this.seen = new Int32Array(compounds.length);
    this.needed = compounds.map(neededOf);
    this.own = compounds.map(({ of }, compound) =>
      [WITHOUT, ...of.keys()].map((kind) => [{ compound, kind }]),
    );
    compounds.forEach(({ of, without }, compound) => {
      of.forEach((group, kind) => this.note(group, { compound, kind }));
      this.note(without ?? [], { compound, kind: WITHOUT });
    });
  }

  private note(group: readonly string[], slot: Slot): void {
    for (const word of group) {
      if (!word.startsWith('code:')) continue;
      const code = word.slice('code:'.length);
      this.byCode.set(code, [...(this.byCode.get(code) ?? []), slot]);
    }
  }

  /** What the hits of a code count for. */
  slotsOf(code: string): readonly Slot[] {
    return this.byCode.get(code) ?? NO_SLOTS;
  }

  /** What a compound's own words of a kind count for. */
  ownSlots(compound: number, kind: number): readonly Slot[] {
    return this.own[compound]?.[kind + 1] ?? NO_SLOTS;
  }

  /** Begins another text. */
  begin(): void {
    for (const compound of this.touched) this.seen[compound] = 0;
    this.touched.length = 0;
  }

  /** Takes note of a word of the text, wherever it stands. */
  saw(slots: readonly Slot[]): void {
    for (const { compound, kind } of slots) {
      if (kind === WITHOUT) continue;
      const seen = this.seen[compound] ?? 0;
      if (seen === 0) this.touched.push(compound);
      this.seen[compound] = seen | (1 << kind);
    }
  }

  /** The compounds that have enough kinds of words somewhere in the text; nearly always none. */
  complete(): readonly number[] {
    const { seen, needed, touched } = this;
    let found: number[] | null = null;
    for (const index of touched)
      if (kindsIn(seen[index] ?? 0) >= (needed[index] ?? 0)) (found ??= []).push(index);
    return found?.sort((a, b) => a - b) ?? NONE;
  }

  /** Finds some compounds from the words of a text, ordered by start. */
  find(text: string, complete: readonly number[], words: readonly PartHit[]): CompoundHit[] {
    return complete.flatMap((index) => {
      const compound = this.compounds[index];
      return compound ? findCompound(text, compound, partsOf(index, words)) : [];
    });
  }
}

/** How many kinds a set of bits has. */
function kindsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The words that count for a compound; one of several kinds is several parts. */
const partsOf = (compound: number, words: readonly PartHit[]): Part[] =>
  words.flatMap(({ start, end, slots }) =>
    slots.filter((slot) => slot.compound === compound).map(({ kind }) => ({ start, end, kind })),
  );

const neededOf = (compound: Compound): number => compound.atLeast ?? compound.of.length;

/** Finds a compound in a text from the words that count for it, ordered by start. */
export function findCompound(
  text: string,
  compound: Compound,
  parts: readonly Part[],
): CompoundHit[] {
  const { within } = compound;
  const found =
    typeof within === 'number'
      ? foundWithin(compound, within, parts)
      : groupsOf(text, STOPS[within], parts).flatMap((group) => foundIn(compound, group));
  return found.slice(0, MOST);
}

/** The parts between which no stop stands, group by group. */
function groupsOf(text: string, stops: string, parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  let reach = -1;
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && !hasStop(text, reach, part.start, stops)) last.push(part);
    else groups.push([part]);
    reach = Math.max(reach, part.end);
  }
  return groups;
}

function hasStop(text: string, from: number, to: number, stops: string): boolean {
  const set = stopSetOf(stops);
  for (let at = from; at < to; at++) if (set.has(text.charCodeAt(at))) return true;
  return false;
}

/** Finds a compound as often as a group of parts holds it, one behind the other. */
function foundIn(compound: Compound, group: readonly Part[]): CompoundHit[] {
  const found: CompoundHit[] = [];
  if (group.some(isBarred)) return found;
  let rest = group;
  while (found.length < MOST) {
    const hit = hitOf(compound, rest);
    if (!hit) break;
    found.push(hit);
    rest = rest.filter((part) => part.start >= hit.end);
  }
  return found;
}

/** Finds a compound where its parts stand within so many units, from the first of them on. */
function foundWithin(compound: Compound, within: number, parts: readonly Part[]): CompoundHit[] {
  const found: CompoundHit[] = [];
  let reach = -1;
  parts.forEach((first, i) => {
    if (found.length >= MOST || first.start < reach || isBarred(first)) return;
    const company = companyOf(parts, i, within);
    if (company.some(isBarred)) return;
    const hit = hitOf(compound, company.slice(company.indexOf(first)));
    if (!hit) return;
    found.push(hit);
    reach = hit.end;
  });
  return found;
}

const isBarred = (part: Part): boolean => part.kind === WITHOUT;

/** The parts within so many units of one, on both sides. */
function companyOf(parts: readonly Part[], i: number, within: number): readonly Part[] {
  const first = parts[i];
  if (!first) return [];
  let from = i;
  let to = i;
  while (from > 0 && first.end - (parts[from - 1]?.start ?? 0) <= within) from--;
  while (to < parts.length && (parts[to]?.start ?? 0) - first.start < within) to++;
  return parts
    .slice(from, to)
    .filter(({ start, end }) => Math.max(first.end, end) - Math.min(first.start, start) <= within);
}

/** The first part of each kind, where there are enough kinds. */
function hitOf(compound: Compound, parts: readonly Part[]): CompoundHit | null {
  const firsts = new Map<number, Part>();
  for (const part of parts) if (!firsts.has(part.kind)) firsts.set(part.kind, part);
  const [first] = firsts.values();
  if (!first || firsts.size < neededOf(compound)) return null;
  const needed = [...firsts.values()];
  return {
    compound,
    start: first.start,
    end: needed.reduce((end, part) => Math.max(end, part.end), 0),
    parts: needed,
  };
}
