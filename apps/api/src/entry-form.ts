import type { Entry } from '@risk/assembly';
import { FEEDS } from '@risk/domain';
import { cleanText, Invalid, isCalendarDay, readForm } from '@risk/kit';
import { z } from 'zod';

const short = (most: number) => cleanText.trim().max(most);
const filled = (most: number) =>
  short(most)
    .optional()
    .transform((text) => (text === '' ? undefined : text));

const reporterForm = z.strictObject({
  name: filled(100),
  phone: filled(50),
  idNumber: filled(30),
});

/** The body of what somebody types in at a desk. */
export const entryForm = z.strictObject({
  feed: z.enum(FEEDS),
  source: short(64).min(1),
  /** The number that it has elsewhere. */
  sourceId: filled(100),
  occurredOn: z.string().refine(isCalendarDay, '应为 yyyy-mm-dd 的日期'),
  /** Read and checked like what every other door delivers. */
  payload: z.record(z.string(), z.unknown()),
  /** Left out when somebody reports without a name. */
  reporter: reporterForm.optional(),
});

type ReadEntry = z.output<typeof entryForm>;

/** Reads what somebody typed in. */
export const readEntry = (content: unknown): ReadEntry => readForm(entryForm, content);

/** The entry as the house takes it; who reported stands in one place alone. */
export function entryOf(
  { reporter, occurredOn, sourceId, ...entry }: ReadEntry,
  by: string,
): Entry {
  if ('reporter' in entry.payload) throw new Invalid('payload.reporter：举报人应写在 reporter 里');
  if (reporter && entry.feed !== 'complaint') throw new Invalid('reporter：只有投诉举报有举报人');
  const { name, phone, idNumber } = reporter ?? {};
  const known = {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(idNumber !== undefined && { idNumber }),
  };
  return {
    ...entry,
    ...{ sourceId: sourceId ?? null, by, occurredAt: `${occurredOn}T00:00:00+08:00` },
    reporter: Object.keys(known).length > 0 ? known : null,
  };
}
