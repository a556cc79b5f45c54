import type { Compound } from './lexicon.js';

/** A word found, as compounds look at it. */
export interface PartHit {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** A compound found: what it holds, from its first to its last part. */
export interface CompoundHit {
  readonly compound: Compound;
  readonly start: number;
  readonly end: number;
  /** One part of each kind. */
  readonly parts: readonly PartHit[];
}

const CLAUSE_STOPS = '，,、。！？!?；;：:\n';
const SENTENCE_STOPS = '。！？!?；;\n';

/** A hit of one of a compound's kinds of words; `kind` -1 is of the words that must not be there. */
interface Part extends PartHit {
  readonly kind: number;
}

/** Kinds of words by code: each compound's own words have codes of their own. */
export const partCode = (compound: number, kind: number): string => `compound:${compound}:${kind}`;
/** The kind of the words that must not be there. */
export const WITHOUT = -1;

const hasStop = (text: string, from: number, to: number, stops: string): boolean => {
  for (let at = from; at < to; at++) if (stops.includes(text.charAt(at))) return true;
  return false;
};

/** Whether two parts stand in one place as a compound asks for it. */
function together(text: string, { within }: Compound, a: PartHit, b: PartHit): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  if (typeof within === 'number')
    return Math.max(a.end, b.end) - Math.min(a.start, b.start) <= within;
  if (within === 'field') return true;
  return !hasStop(text, from, to, within === 'clause' ? CLAUSE_STOPS : SENTENCE_STOPS);
}

/** The parts that stand together with one, from it on to the right. */
const companyOf = (text: string, compound: Compound, parts: readonly Part[], i: number): Part[] => {
  const first = parts[i];
  return first ? parts.slice(i).filter((part) => together(text, compound, first, part)) : [];
};

function compoundAt(
  text: string,
  compound: Compound,
  parts: readonly Part[],
  i: number,
): CompoundHit | null {
  const company = companyOf(text, compound, parts, i);
  const wanted = company.filter((part) => part.kind !== WITHOUT);
  const kinds = new Set(wanted.map((part) => part.kind));
  if (kinds.size < (compound.atLeast ?? compound.of.length)) return null;
  const first = parts[i];
  const barred = parts.some(
    (part) => part.kind === WITHOUT && first && together(text, compound, first, part),
  );
  if (barred) return null;
  const needed = firstOfEach(wanted);
  return {
    compound,
    start: Math.min(...needed.map((part) => part.start)),
    end: Math.max(...needed.map((part) => part.end)),
    parts: needed,
  };
}

/** The first part of each kind: what the compound is shown to hold. */
function firstOfEach(parts: readonly Part[]): Part[] {
  const seen = new Set<number>();
  return parts.filter((part) => !seen.has(part.kind) && seen.add(part.kind));
}

/** One text brings at most so many compounds of a kind; more say no more. */
const MOST = 3;

/** Finds a compound in a text from the words that count there, ordered by start. */
export function findCompound(
  text: string,
  compound: Compound,
  index: number,
  hits: readonly PartHit[],
): CompoundHit[] {
  const parts = hits.flatMap((hit) =>
    kindsOf(compound, index, hit.code).map((kind) => ({ ...hit, kind })),
  );
  const found: CompoundHit[] = [];
  let reach = -1;
  for (let i = 0; i < parts.length && found.length < MOST; i++) {
    const part = parts[i];
    if (!part || part.kind === WITHOUT || part.start < reach) continue;
    const hit = compoundAt(text, compound, parts, i);
    if (!hit) continue;
    found.push(hit);
    reach = hit.end;
  }
  return found;
}

/** Which kinds of a compound's words a code says. */
function kindsOf(compound: Compound, index: number, code: string): number[] {
  const says = (group: readonly string[], kind: number): boolean =>
    code === partCode(index, kind) || group.includes(`code:${code}`);
  const kinds = compound.of.flatMap((group, kind) => (says(group, kind) ? [kind] : []));
  return says(compound.without ?? [], WITHOUT) ? [...kinds, WITHOUT] : kinds;
}
