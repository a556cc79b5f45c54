/**
 * The moment that a ZIP entry bears for a day. ZIP keeps wall time without a zone and yazl takes the
 * machine's, so this is local midnight: the bytes are the same whatever the zone.
 */
export function stampOf(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // ZIP counts from 1980; an earlier day would come out as nonsense.
  return year < 1980 ? new Date(1980, 0, 1) : new Date(year, month - 1, date);
}

/** What every entry is written with, so that nothing of the machine gets in. */
export const entryOptions = (day: string) => ({
  mtime: stampOf(day),
  mode: 0o100644,
  forceDosTimestamp: true,
});
