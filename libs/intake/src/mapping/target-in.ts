import type { CompiledPreset } from '../compile-preset.js';
import { headerKey } from '../header-key.js';
import { codeOf, KEPT } from './targets.js';

/** Where a column goes by a preset: the code of its target. */
export function targetIn(preset: CompiledPreset, header: string): string {
  const key = headerKey(header);
  const column = preset.columns.find(({ headerKeys }) => headerKeys.includes(key));
  if (column) return codeOf(column);
  return preset.takes.has(key) ? 'sourceId' : KEPT;
}
