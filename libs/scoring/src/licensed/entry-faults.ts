import { isCalendarDay } from '@risk/kit';
import type { LicensedEntry, LicensedFault, LicensedTies } from './licensed-entry.js';

/** No entry may act longer than this without being looked at again; a local default. */
const MOST_YEARS = 3;

/** What is wrong with entries whose form is right: codes, days, codes of signals, and who is meant twice. */
export function lineFaults(entries: readonly LicensedEntry[], ties: LicensedTies): LicensedFault[] {
  return [
    ...withoutHeld(entries, ties),
    ...entries.flatMap((entry, at) =>
      [...codeFaults(entry, ties), ...dayFaults(entry), ...heldFaults(entry, ties)].map(
        (fault) => ({
          ...fault,
          path: ['entries', at, ...fault.path],
        }),
      ),
    ),
    ...entries.flatMap((entry, at) => meantTwice(entry, at, entries)),
  ];
}

/** Entries may act only after it was said what they must never hide. */
function withoutHeld(
  entries: readonly LicensedEntry[],
  { neverSuppressed }: LicensedTies,
): LicensedFault[] {
  if (entries.length === 0 || neverSuppressed.length > 0) return [];
  const message = '先在 scoring.yaml › neverSuppressed 写明哪些信号不得压制';
  return [{ path: ['entries'], message }];
}

function codeFaults({ uscc }: LicensedEntry, { readCode }: LicensedTies): LicensedFault[] {
  if (uscc === undefined) return [];
  const { kind, checksum, because } = readCode(uscc);
  if (kind === 'uscc' && checksum) return [];
  return [{ path: ['uscc'], message: `“${uscc}”不是正确的统一社会信用代码：${because}` }];
}

function dayFaults({ from, until }: LicensedEntry): LicensedFault[] {
  if (until < from) return [{ path: ['until'], message: `${until} 早于 from ${from}` }];
  const latest = yearsAfter(from, MOST_YEARS);
  if (until <= latest) return [];
  const message = `最长 ${MOST_YEARS} 年（本地默认），自 ${from} 起最晚写到 ${latest}，到期核对后再续`;
  return [{ path: ['until'], message }];
}

/** The same day some years later; 28 February where there is no 29. */
function yearsAfter(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isCalendarDay(later) ? later : later.replace(/29$/, '28');
}

function heldFaults(
  { suppresses }: LicensedEntry,
  { neverSuppressed }: LicensedTies,
): LicensedFault[] {
  if (suppresses === 'all') return [];
  return suppresses.flatMap((code, i) =>
    neverSuppressed.includes(code)
      ? [
          {
            path: ['suppresses', i],
            message: `${code} 是不得压制的信号（scoring.yaml › neverSuppressed）`,
          },
        ]
      : [],
  );
}

/** Two entries for one institution may follow each other, never stand at the same time. */
function meantTwice(
  entry: LicensedEntry,
  at: number,
  entries: readonly LicensedEntry[],
): LicensedFault[] {
  const before = entries.findIndex((other, i) => i < at && isSame(entry, other));
  if (before === -1) return [];
  const message = `与 entries[${before}] 登记的是同一机构，期限又有重叠`;
  return [{ path: ['entries', at], message }];
}

const isSame = (a: LicensedEntry, b: LicensedEntry): boolean =>
  a.from <= b.until &&
  b.from <= a.until &&
  ((a.code !== null && a.code === b.code) ||
    a.foldedNames.some((name) => b.foldedNames.includes(name)));
