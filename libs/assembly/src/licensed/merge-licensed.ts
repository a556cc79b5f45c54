import { isCalendarDay } from '@risk/kit';
import type { LicensedLine } from '@risk/scoring';

/** An institution as an official list names it. */
export interface ListedInstitution {
  readonly name: string;
  readonly uscc: string | null;
  readonly licence: string | null;
  /** The day on which the licence ends or ended, if the list says so. */
  readonly endsOn: string | null;
}

/** What a person answers for when taking a list in. */
export interface ListingWish {
  readonly kind: LicensedLine['kind'];
  readonly owner: string;
  readonly reason: string;
  /** The official list, and the day on which it was taken. */
  readonly source: string;
  readonly from: string;
  readonly until: string;
  readonly suppresses: LicensedLine['suppresses'];
}

/** What becomes of a register when a list comes in. */
export interface LicensedMerge {
  readonly added: readonly LicensedLine[];
  /** In the register already, and in force in that time: a person's entry is never rewritten. */
  readonly known: readonly LicensedLine[];
  /** On the list with a licence that ends before the entry would begin. */
  readonly ended: readonly ListedInstitution[];
  /** In the register with this kind and not on the list: the licence may be gone. */
  readonly vanished: readonly LicensedLine[];
}

/** When two institutions are one. */
export interface SameInstitution {
  readonly foldName: (name: string) => string;
  readonly foldCode: (code: string) => string;
}

/** Finds out what a list adds to the register; nobody is taken out of it but by a person. */
export function mergeLicensed(
  register: readonly LicensedLine[],
  list: readonly ListedInstitution[],
  wish: ListingWish,
  same: SameInstitution,
): LicensedMerge {
  const overlaps = register.filter((e) => e.from <= wish.until && wish.from <= e.until);
  const bearersOf = (one: ListedInstitution): LicensedLine[] =>
    overlaps.filter((entry) => isSame(entry, one, same));
  const ended = list.filter(({ endsOn }) => isOver(endsOn, wish.from));
  const standing = uniqueIn(
    list.filter((one) => !ended.includes(one)),
    same,
  );
  const known = standing.flatMap(bearersOf);
  const fresh = standing.filter((one) => bearersOf(one).length === 0);
  return {
    added: fresh.map((one) => entryOf(one, wish)),
    known: [...new Set(known)],
    ended,
    vanished: overlaps.filter(
      (entry) => entry.kind === wish.kind && !standing.some((one) => isSame(entry, one, same)),
    ),
  };
}

const isOver = (endsOn: string | null, day: string): boolean => endsOn !== null && endsOn < day;

function uniqueIn(list: readonly ListedInstitution[], same: SameInstitution): ListedInstitution[] {
  const seen = new Set<string>();
  return list.filter(({ name, uscc }) => {
    const key = uscc === null ? `name:${same.foldName(name)}` : `code:${same.foldCode(uscc)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** By code where both have one, as the register itself tells them apart; else by name. */
function isSame(
  entry: LicensedLine,
  { name, uscc }: ListedInstitution,
  { foldName, foldCode }: SameInstitution,
): boolean {
  if (entry.uscc !== undefined && uscc !== null) return foldCode(entry.uscc) === foldCode(uscc);
  return [entry.name, ...entry.formerNames].some((one) => foldName(one) === foldName(name));
}

function entryOf({ name, uscc, licence, endsOn }: ListedInstitution, wish: ListingWish) {
  const { kind, owner, reason, source, from, suppresses } = wish;
  const until =
    endsOn !== null && isCalendarDay(endsOn) && endsOn < wish.until ? endsOn : wish.until;
  return {
    name,
    ...(uscc !== null && { uscc }),
    formerNames: [],
    kind,
    ...(licence !== null && { licence }),
    owner,
    reason,
    source,
    from,
    until,
    suppresses,
  };
}
