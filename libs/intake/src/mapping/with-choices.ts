import {
  compileColumn,
  takenKeys,
  type CompiledColumn,
  type CompiledPreset,
} from '../compile-preset.js';
import { headerKey } from '../header-key.js';
import type { PresetColumn } from '../preset-schema.js';
import { codeOf, DROPPED, KEPT } from './targets.js';

/** Where people sent the columns of a file: header → code of a target. */
export type MappingChoices = Readonly<Record<string, string>>;

/** A preset with what people chose otherwise; a column that nobody touched goes where it went. */
export function withChoices(preset: CompiledPreset, choices: MappingChoices): CompiledPreset {
  const chosen = Object.entries(choices);
  if (chosen.length === 0) return preset;
  const touched = new Set(chosen.map(([header]) => headerKey(header)));
  const added = chosen.flatMap(([header, code]) => columnFor(preset, header, code));
  const served = new Set(added.map(codeOf));
  const left = preset.columns.map((column) => without(column, touched, served));
  const columns = [...added, ...left];
  return { ...preset, columns, takes: takenKeys(columns, untouched(preset, touched)) };
}

function columnFor(preset: CompiledPreset, header: string, code: string): CompiledColumn[] {
  if (code === KEPT) return [];
  const like = preset.columns.find((column) => codeOf(column) === code);
  return [compileColumn(like ? { ...like, from: [header] } : freshColumn(header, code))];
}

function freshColumn(header: string, code: string): PresetColumn {
  const plain = { from: [header], vault: false, split: false, append: false, keep: false };
  if (code === DROPPED) return { ...plain, vault: true };
  const [to = '', unit] = code.split(':');
  return {
    ...plain,
    to,
    vault: to.startsWith('reporter.'),
    split: to.endsWith('[]'),
    ...(unit === 'wan' && { unit }),
  };
}

/** What must be there may come from a chosen column instead. */
function without(
  column: CompiledColumn,
  touched: ReadonlySet<string>,
  served: ReadonlySet<string>,
): CompiledColumn {
  const headerKeys = column.headerKeys.filter((key) => !touched.has(key));
  const { require, ...rest } = column;
  const isServed = require === undefined || served.has(codeOf(column));
  return { ...rest, ...(!isServed && { require }), headerKeys };
}

const untouched = ({ keys }: CompiledPreset, touched: ReadonlySet<string>): string[] =>
  keys.flat(2).filter((key) => !touched.has(key));
