import type { Feed } from '@risk/domain';
import { headerKey } from './header-key.js';
import { pathOf, type Path } from './place-value.js';
import type { CellKind, Preset, PresetColumn } from './preset-schema.js';

/** A column ready for use. */
export interface CompiledColumn extends PresetColumn {
  readonly headerKeys: readonly string[];
  readonly kind: CellKind;
  readonly path: Path | null;
}

/** A preset ready for use. */
export interface CompiledPreset {
  readonly name: string;
  readonly title: string;
  readonly feed: Feed;
  readonly idPrefix: string | null;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly fallbackOccurredAt: string | null;
  readonly columns: readonly CompiledColumn[];
  /** Alternatives of key parts; each part is a list of header keys of which any may stand. */
  readonly keys: readonly (readonly (readonly string[])[])[];
  /** Header keys that some column takes. */
  readonly takes: ReadonlySet<string>;
}

/** The one field of a payload that must not be missing. */
export const CORE_FIELD: Readonly<Record<Feed, string>> = {
  registration: 'name',
  complaint: 'text',
  advertisement: 'text',
};

/** The target tells how a cell is read; indexes do not matter. */
const KINDS: Readonly<Record<string, CellKind>> = {
  sourceId: 'id',
  related: 'id',
  occurredAt: 'moment',
  operation: 'text',
  uscc: 'code',
  'targets.uscc': 'code',
  'advertiser.uscc': 'code',
  'publisher.uscc': 'code',
  phones: 'phone',
  'targets.phone': 'phone',
  'advertiser.phone': 'phone',
  'publisher.phone': 'phone',
  'reporter.phone': 'phone',
  'reporter.idNumber': 'code',
  regionCode: 'region',
  establishedOn: 'day',
  publishedOn: 'day',
  'changes.on': 'day',
  registeredCapital: 'amount',
  paidInCapital: 'amount',
  amount: 'amount',
  people: 'number',
  'shareholders.share': 'number',
  secret: 'flag',
};

function kindOf({ as, unit, to }: PresetColumn): CellKind {
  if (as) return as;
  if (unit) return 'amount';
  return (to === undefined ? undefined : KINDS[to.replaceAll(/\[\d?\]/g, '')]) ?? 'text';
}

/** Makes one column ready. */
export function compileColumn(column: PresetColumn): CompiledColumn {
  return {
    ...column,
    headerKeys: [...new Set(column.from.map(headerKey))],
    kind: kindOf(column),
    path: column.to === undefined ? null : pathOf(column.to),
  };
}

/** Makes a preset ready: header keys, readers and paths are worked out once. */
export function compilePreset(preset: Preset): CompiledPreset {
  const columns = preset.columns.map(compileColumn);
  /** A key part may be written as any alias of its column. */
  const aliasesOf = (header: string): readonly string[] => {
    const key = headerKey(header);
    const column = columns.find((c) => c.headerKeys.includes(key));
    return [key, ...(column?.headerKeys ?? []).filter((other) => other !== key)];
  };
  return {
    name: preset.name,
    title: preset.title,
    feed: preset.feed,
    idPrefix: preset.idPrefix ?? null,
    defaults: preset.defaults,
    fallbackOccurredAt: preset.fallbackOccurredAt ?? null,
    columns,
    keys: preset.keys.map((parts) => parts.map(aliasesOf)),
    takes: takenKeys(columns, preset.keys.flat().map(headerKey)),
  };
}

/** Header keys that columns take, and those of which ids are made. */
export const takenKeys = (
  columns: readonly CompiledColumn[],
  ofIds: readonly string[],
): ReadonlySet<string> => new Set([...columns.flatMap((c) => c.headerKeys), ...ofIds]);
