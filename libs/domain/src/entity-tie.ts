/**
 * What ties registered entities to each other. `parent` is the name of the firm that a branch calls
 * itself a branch of; it leads to that firm's name key and to nobody else.
 */
export type TieKind = 'representative' | 'shareholder' | 'address' | 'parent';

/** A tie by its folded value; persons and addresses carry their prefecture (`张三@4310`). */
export interface EntityTie {
  readonly kind: TieKind;
  readonly value: string;
}

/**
 * The ties that one registration tells of, by kind. A kind that it tells replaces all that was known
 * of it, even by nothing; a kind that it does not tell stays as it was.
 */
export type ToldTies = Readonly<Partial<Record<TieKind, readonly string[]>>>;

/** The time in which a tie stood as the house knows it; `endedAt` null: it still does. */
export interface TieSpan {
  readonly kind: TieKind;
  readonly knownAt: Date;
  readonly endedAt: Date | null;
}

/**
 * Days for which a representative or shareholder still counts after another took the place: who
 * steps down for a straw man stays related. Addresses and parents count only while they stand.
 */
export const FORMER_PERSON_DAYS = 365;

/** A key borne by more entities than this (incubator, bookkeeping agency, chain) relates nobody. */
export const MOST_RELATED = 30;

/** So many bearers of a key are looked at and counted at most; a figure of this size means “or more”. */
export const MOST_COUNTED = 200;

const DAY = 86_400_000;

/** Whether a tie counts at a moment: known by then, and standing, or that of a person not long gone. */
export function tieCounts({ kind, knownAt, endedAt }: TieSpan, at: Date): boolean {
  if (knownAt > at) return false;
  const isPerson = kind === 'representative' || kind === 'shareholder';
  const grace = isPerson ? FORMER_PERSON_DAYS * DAY : 0;
  return endedAt === null || endedAt.getTime() + grace > at.getTime();
}
