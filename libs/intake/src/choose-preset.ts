import { CORE_FIELD, type CompiledColumn, type CompiledPreset } from './compile-preset.js';
import { headerKey } from './header-key.js';

/** How well a preset fits the headers of a file. */
export interface PresetMatch {
  readonly preset: CompiledPreset;
  /** 0 to 1. */
  readonly score: number;
  readonly mapped: readonly { readonly header: string; readonly to: string }[];
  readonly unmapped: readonly string[];
  /** Required columns that the file lacks. */
  readonly missing: readonly string[];
}

/** Ranks the presets by how well they fit a file's headers, best first; those without any hit are left out. */
export function choosePreset(
  headers: readonly string[],
  presets: Iterable<CompiledPreset>,
): PresetMatch[] {
  const all = [...presets];
  const rarity = rarityOf(all);
  return all
    .map((preset) => matchOf(headers, preset, rarity))
    .filter((match) => match.score > 0)
    .sort((a, b) => b.score - a.score);
}

/** How one preset fits, whether or not any header is known to it. */
export const matchPreset = (headers: readonly string[], preset: CompiledPreset): PresetMatch =>
  matchOf(headers, preset, () => 1);

type Rarity = (key: string) => number;

/** A header that only one preset knows tells more than 备注, which many know. */
function rarityOf(presets: readonly CompiledPreset[]): Rarity {
  const counts = new Map<string, number>();
  for (const preset of presets)
    for (const key of preset.takes) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => 1 / (counts.get(key) ?? 1);
}

function matchOf(headers: readonly string[], preset: CompiledPreset, rarity: Rarity): PresetMatch {
  const keys = new Set(headers.map(headerKey));
  const known = headers.filter((header) => preset.takes.has(headerKey(header)));
  const missing = missingOf(preset, keys);
  return {
    preset,
    score: scoreOf([...keys], known.length, preset, rarity) * (missing.length > 0 ? 0.2 : 1),
    mapped: known.map((header) => ({ header, to: targetOf(header, preset) })),
    unmapped: headers.filter((header) => !preset.takes.has(headerKey(header))),
    missing,
  };
}

/** Most of the file is understood, by telling headers, and most of the preset is served. */
function scoreOf(
  keys: readonly string[],
  known: number,
  preset: CompiledPreset,
  rarity: Rarity,
): number {
  if (known === 0) return 0;
  const weight = (list: readonly string[]): number =>
    list.reduce((sum, key) => sum + rarity(key), 0);
  const understood = known / keys.length;
  const telling = weight(keys.filter((key) => preset.takes.has(key))) / weight(keys);
  const served = preset.columns.filter((c) =>
    c.headerKeys.some((key) => keys.includes(key)),
  ).length;
  return 0.4 * understood + 0.4 * telling + 0.2 * (served / preset.columns.length);
}

function targetOf(header: string, preset: CompiledPreset): string {
  const column = preset.columns.find((c) => c.headerKeys.includes(headerKey(header)));
  if (!column) return 'sourceId';
  return column.vault ? `${column.to ?? '—'}（保管库）` : (column.to ?? '—');
}

/** Required columns that are absent, and the column without which no row can be a record. */
function missingOf(preset: CompiledPreset, keys: ReadonlySet<string>): string[] {
  const isThere = (column: CompiledColumn): boolean =>
    column.headerKeys.some((key) => keys.has(key));
  const core = preset.columns.filter(({ to }) => to === CORE_FIELD[preset.feed]);
  const lost = preset.columns.filter((column) => column.require !== undefined && !isThere(column));
  if (!core.some(isThere)) lost.push(...core.slice(0, 1));
  return [...new Set(lost.map(nameOf))];
}

/** As officials know the column: JRXKZBH is nobody's word for the number of a licence. */
const nameOf = ({ from }: CompiledColumn): string =>
  from.find((header) => /\p{Script=Han}/u.test(header)) ?? from[0] ?? '';
