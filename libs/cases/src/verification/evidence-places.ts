import type { Evidence } from '../desk/ports.js';

/** Where the files that a finding rests on stand in the evidence list, from 1; records are no files. */
export const evidencePlaces = (
  references: readonly string[],
  files: readonly Pick<Evidence, 'id'>[],
): number[] =>
  references
    .map((reference) => files.findIndex(({ id }) => reference === `attachment:${id}`) + 1)
    .filter((place) => place > 0);
