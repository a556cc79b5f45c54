import { compilePresets, compileSources } from '@risk/intake';
import { chinaDay, Invalid, type Clock } from '@risk/kit';
import { foldName, placesFrom, readCode } from '@risk/resolution';
import { compileRegions, type RegionRegister } from '@risk/routing';
import { licensedSchema, type LicensedLine } from '@risk/scoring';
import {
  licensedWith,
  loadConfig,
  parseYaml,
  replaceLicensed,
  type ConfigFolder,
} from '@risk/settings';
import { compileEngines } from '../compile-engines.js';
import {
  mergeLicensed,
  type LicensedMerge,
  type ListedInstitution,
  type ListingWish,
} from './merge-licensed.js';
import { readLicensedList, type ListBounds, type ReadColumn } from './read-list.js';

/** A list to take in: the file, and what a person answers for. */
export interface LicensedImport extends Omit<ListingWish, 'from'> {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly from?: string | undefined;
  /** Look only. */
  readonly dryRun: boolean;
  /** How much of a file is read; a command reads what it is given. */
  readonly bounds?: ListBounds | undefined;
  /** Looks at what was found before anything is written; throws to stop. */
  readonly approve?: ((found: LicensedReport) => void) | undefined;
}

/** What was found, and where the former register is kept when it was written anew. */
export interface LicensedReport extends LicensedMerge {
  /** What the columns of the file were taken for. */
  readonly columns: readonly ReadColumn[];
  readonly rows: number;
  readonly faults: readonly string[];
  readonly written: boolean;
  readonly backup: string | null;
}

/** Refuses a configuration in words; the whole of it is compiled unless told otherwise. */
type ConfigCheck = (config: ConfigFolder) => unknown;

/** Takes an official list into config/licensed.yaml: adds, never rewrites, and checks before it writes. */
export async function importLicensed(
  dir: string,
  { file, sheet, dryRun, bounds, approve, ...told }: LicensedImport,
  clock: Clock,
  check: ConfigCheck = compileEngines,
): Promise<LicensedReport> {
  const now = clock.now();
  const config = await loadConfig(dir);
  const presets = compilePresets(config.presets);
  const sources = compileSources(config.sources, presets);
  const read = await readLicensedList({ sources, presets }, { file, sheet, bounds });
  const institutions = read.institutions.filter(({ uscc }) => codeFault(uscc) === null);
  const faults = [...read.faults, ...read.institutions.flatMap(codeFaults)];
  const wish = { ...told, from: told.from ?? chinaDay(now) };
  const places = placesIn(compileRegions(config.regions.content));
  const merge = mergeLicensed(entriesIn(config), institutions, wish, {
    foldName: (name) => foldName(name, places).folded,
    foldCode: (code) => readCode(code).code,
  });
  const { columns, rows } = read;
  const nothing = { ...merge, columns, rows, faults, written: false, backup: null };
  approve?.(nothing);
  if (merge.added.length === 0) return nothing;
  const text = await licensedWith(dir, merge.added.map(asWritten));
  check({ ...config, licensed: parseYaml('licensed.yaml', text) });
  if (dryRun) return nothing;
  const mark = now.toISOString().replace(/\D/g, '').slice(0, 14);
  return { ...nothing, written: true, backup: await replaceLicensed(dir, text, mark) };
}

const placesIn = ({ city, counties, zones }: RegionRegister) =>
  placesFrom([city, ...counties, ...zones]);

/** Why a code cannot be one; a wrong one in the register would let its institution go unprotected. */
function codeFault(uscc: string | null): string | null {
  if (uscc === null) return null;
  const { kind, checksum, because } = readCode(uscc);
  return kind === 'uscc' && checksum ? null : because;
}

const codeFaults = ({ name, uscc }: ListedInstitution): string[] => {
  const fault = codeFault(uscc);
  return fault === null
    ? []
    : [`${name}：“${uscc ?? ''}”不是正确的统一社会信用代码，未登记：${fault}`];
};

function entriesIn({ licensed }: ConfigFolder): readonly LicensedLine[] {
  const parsed = licensedSchema.safeParse(licensed.content);
  if (!parsed.success) throw new Invalid('licensed.yaml 有错，先用 risk check 查看');
  return parsed.data.entries;
}

/** Without what says nothing. */
const asWritten = ({ formerNames, ...entry }: LicensedLine): object =>
  formerNames.length > 0 ? { ...entry, formerNames } : entry;
