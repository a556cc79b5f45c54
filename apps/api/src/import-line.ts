import type { ImportJob } from '@risk/intake';

/** An import as its owner reads it. */
export function importLine(job: ImportJob) {
  const { id, fileName, bytes, total, state, reading, trouble, cancelAsked } = job;
  const { madeAt, startedAt, endedAt, rows, stored, duplicate, refused, raised, upgraded } = job;
  const { source, sheet, sheets, headerRow, choices, occurredAt } = reading;
  return {
    ...{ id, fileName, bytes, total, state, trouble, cancelAsked, madeAt, startedAt, endedAt },
    ...{ rows, stored, duplicate, refused, raised, upgraded },
    reading: { source, sheet, sheets, headerRow, choices, occurredAt },
  };
}
