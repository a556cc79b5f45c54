import { mapRow, withChoices, type MappingStore, type OpenedLetter } from '@risk/intake';
import type { ImportBook } from '../import-file.js';
import { objectIn } from './object-in.js';

/** Maps the row of a dead letter by the columns of today, kept mappings included; undefined when it is no row. */
export const remapLetter =
  ({ sources, presets }: ImportBook, mappings: MappingStore) =>
  async ({ letter, bytes, value }: OpenedLetter): Promise<unknown> => {
    const source = letter.source === null ? undefined : sources.get(letter.source);
    const preset = source?.preset ? presets.get(source.preset) : undefined;
    const cells = letter.door === 'file' ? objectIn(Buffer.from(bytes).toString('utf8')) : null;
    if (!source || !preset || !cells || 'payload' in cells) return undefined;
    const kept = await mappings.of(source.name);
    const mine = withChoices(preset, kept?.choices ?? {});
    return mapRow(mine, cells, {
      source,
      occurredAt: momentOf(value) ?? letter.receivedAt.toISOString(),
    }).value;
  };

/** When the row happened by its first reading. */
function momentOf(value: unknown): string | undefined {
  const { occurredAt } = (value ?? {}) as { readonly occurredAt?: unknown };
  return typeof occurredAt === 'string' ? occurredAt : undefined;
}
