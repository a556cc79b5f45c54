import { fingerprintOf } from '@risk/kit';
import type { CompiledPreset } from './compile-preset.js';
import { readLongDigits } from './read-cell.js';
import { foldWidth, isUnfit } from './reading.js';
import { cellOf, type Cell, type Draft, type Row } from './row-draft.js';

/** The piece's id: a mapped column, else the first complete key, else the content of the row. */
export function sourceIdOf(preset: CompiledPreset, draft: Draft, row: Row): string {
  const mapped = draft.payload['sourceId'];
  const id =
    typeof mapped === 'string' ? mapped : (keyOf(preset, draft) ?? `row-${fingerprintOf(row)}`);
  return preset.idPrefix === null ? id : `${preset.idPrefix}:${id}`;
}

function keyOf(preset: CompiledPreset, draft: Draft): string | null {
  for (const alternative of preset.keys) {
    const cells = alternative.map((keys) => cellOf(keys, draft));
    if (cells.every((cell) => cell !== undefined))
      return cells.map((cell) => keyText(cell, draft)).join(':');
  }
  return null;
}

function keyText(cell: Cell, draft: Draft): string {
  const digits = readLongDigits(cell.value);
  if (isUnfit(digits) && !draft.issues.some(({ column }) => column === cell.header))
    draft.issues.push({ column: cell.header, message: digits.unfit });
  return foldWidth(String(digits));
}
