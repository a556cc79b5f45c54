import { chinaDay, fingerprintOf, Invalid, wordsOfIssue } from '@risk/kit';
import { lineFaults } from './entry-faults.js';
import { expiryRemarks } from './expiry.js';
import type { LicensedEntry, LicensedFault, LicensedTies } from './licensed-entry.js';
import { licensedSchema, type LicensedLine } from './licensed-schema.js';

/** A register as it was read; the lines of its keys are known when it came from YAML. */
export interface LicensedSource {
  readonly name: string;
  readonly content: unknown;
  readonly lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

/** Who an entity is, as far as the register asks. */
export interface Named {
  readonly name: string;
  readonly uscc: string | null;
}

/** The compiled register of licensed institutions. */
export interface LicensedRegister {
  readonly version: string;
  readonly size: number;
  /** The entry in force for an entity at a moment. Who bears a code is known by it alone, whatever the name. */
  readonly entryFor: (entity: Named, at: Date) => LicensedEntry | null;
  /** All entries in force at a moment. */
  readonly inForce: (at: Date) => readonly LicensedEntry[];
  /** Codes that entries suppress and no signal bears, a sentence each: such an entry suppresses less than was meant. */
  readonly strangers: (isKnown: (code: string) => boolean) => string[];
  /** What people should know of entries that end soon or ended lately; empty when there is nothing. */
  readonly remarks: (at: Date) => string[];
}

/** Compiles config/licensed.yaml, or refuses it naming file, line, entry and key. */
export function compileLicensed(source: LicensedSource, ties: LicensedTies): LicensedRegister {
  const parsed = licensedSchema.safeParse(source.content, { error: wordsOfIssue });
  if (!parsed.success) {
    throw refusal(
      source,
      parsed.error.issues.map(({ path, message }) => ({ path, message })),
    );
  }
  const entries = parsed.data.entries.map((line) => entryOf(line, ties));
  const faults = lineFaults(entries, ties);
  if (faults.length > 0) throw refusal(source, faults);
  return {
    version: fingerprintOf(parsed.data).slice(0, 12),
    size: entries.length,
    entryFor: finder(entries, ties),
    inForce: (at) => entries.filter((entry) => isInForce(entry, chinaDay(at))),
    strangers: (isKnown) => strangersIn(source, parsed.data.entries, isKnown),
    remarks: (at) => expiryRemarks(source.name, entries, chinaDay(at)),
  };
}

const strangersIn = (
  { name }: LicensedSource,
  entries: readonly LicensedLine[],
  isKnown: (code: string) => boolean,
): string[] =>
  entries.flatMap((entry, n) =>
    entry.suppresses === 'all'
      ? []
      : entry.suppresses
          .filter((code) => !isKnown(code))
          .map(
            (code) => `${name} › entries[${n}]（${entry.name}）› suppresses：没有信号编码“${code}”`,
          ),
  );

function entryOf(line: LicensedLine, { foldName, readCode, neverSuppressed }: LicensedTies) {
  const { suppresses } = line;
  const held = new Set(neverSuppressed);
  const listed = suppresses === 'all' ? null : new Set(suppresses);
  return {
    ...line,
    code: line.uscc === undefined ? null : readCode(line.uscc).code,
    foldedNames: [line.name, ...line.formerNames].map(foldName),
    takesOut: (code: string) => !held.has(code) && (listed?.has(code) ?? true),
  };
}

function finder(
  entries: readonly LicensedEntry[],
  { foldName, readCode }: LicensedTies,
): LicensedRegister['entryFor'] {
  const byCode = indexed(entries, (entry) => (entry.code === null ? [] : [entry.code]));
  const byName = indexed(entries, (entry) => entry.foldedNames);
  return ({ name, uscc }, at) => {
    if (entries.length === 0) return null;
    const found = uscc === null ? byName.get(foldName(name)) : byCode.get(readCode(uscc).code);
    return found?.find((entry) => isInForce(entry, chinaDay(at))) ?? null;
  };
}

const isInForce = ({ from, until }: LicensedLine, day: string): boolean =>
  from <= day && day <= until;

function indexed(
  entries: readonly LicensedEntry[],
  keysOf: (entry: LicensedEntry) => readonly string[],
): ReadonlyMap<string, readonly LicensedEntry[]> {
  const index = new Map<string, LicensedEntry[]>();
  for (const entry of entries)
    for (const key of new Set(keysOf(entry))) {
      if (key !== '') index.set(key, [...(index.get(key) ?? []), entry]);
    }
  return index;
}

function refusal(source: LicensedSource, faults: readonly LicensedFault[]): Invalid {
  const problems = faults.map(({ path, message }) => `${whereIs(source, path)}：${message}`);
  return new Invalid(problems.join('\n'), { file: source.name, problems });
}

/** `licensed.yaml 第 7 行 › entries[0]（某某银行）.until` */
function whereIs({ name, content, lineOf }: LicensedSource, path: readonly PropertyKey[]): string {
  const line = lineOf?.(path);
  const place = line === undefined ? name : `${name} 第 ${line} 行`;
  const [first, at, ...rest] = path;
  if (typeof at !== 'number') return `${place} › ${path.map(String).join('.')}`;
  const keys = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `${place} › ${String(first)}[${at}]${titleOf(content, at)}${keys.join('')}`;
}

function titleOf(content: unknown, at: number): string {
  const { entries } = content as { readonly entries?: readonly { readonly name?: unknown }[] };
  const name = entries?.[at]?.name;
  return typeof name === 'string' ? `（${name}）` : '';
}
