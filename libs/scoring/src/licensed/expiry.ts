import { daysBetween } from '@risk/kit';
import type { LicensedEntry } from './licensed-entry.js';
import { LICENCE_KINDS } from './licensed-schema.js';

/** How many days before and after its end an entry is spoken of. */
const SPOKEN_OF = 30;

/** What is to be said on a day of entries that end soon or ended lately and were not renewed. */
export function expiryRemarks(
  file: string,
  entries: readonly LicensedEntry[],
  today: string,
): string[] {
  return entries.flatMap((entry) => {
    const left = daysBetween(today, entry.until);
    if (Math.abs(left) > SPOKEN_OF || isRenewed(entry, entries)) return [];
    const { name, kind, owner, until } = entry;
    const when =
      left < 0
        ? `已于 ${until} 到期，不再压制任何信号`
        : `将于 ${until} 到期（还有 ${left} 天），此后不再压制任何信号`;
    return [`${file} › ${name}（${LICENCE_KINDS[kind]}）${when}；请 ${owner} 核对许可后续期或删去`];
  });
}

/** Whether another entry for the same institution goes on where this one ends. */
const isRenewed = (entry: LicensedEntry, entries: readonly LicensedEntry[]): boolean =>
  entries.some(
    (other) =>
      other !== entry &&
      other.until > entry.until &&
      daysBetween(entry.until, other.from) <= 1 &&
      (entry.code === null
        ? other.foldedNames.some((name) => entry.foldedNames.includes(name))
        : other.code === entry.code),
  );
