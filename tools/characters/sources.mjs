/** Reads a file of the folder that the environment variable CHARACTER_SOURCES names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.CHARACTER_SOURCES;

export function source(name) {
  if (!folder) throw new Error('CHARACTER_SOURCES is not set: see tools/make-character-tables.mjs');
  return readFileSync(join(folder, name), 'utf8');
}
