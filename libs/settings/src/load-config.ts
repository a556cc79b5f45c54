import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid } from '@risk/kit';
import { aliasFault } from './yaml-aliases.js';
import { yamlFault } from './yaml-faults.js';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

/** A configuration file as it was read; the library that understands it checks and compiles it. */
export interface ConfigFile {
  /** Name relative to the folder, as people will see it in a complaint about it. */
  readonly name: string;
  readonly content: unknown;
  /** The line, counted from 1, on which what stands at a path was written; of YAML only. */
  readonly lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

/** A file as it is kept or handed to a thread: without what only its reader knows. */
export const plainFile = ({ name, content }: ConfigFile): ConfigFile => ({ name, content });

/** The whole configuration folder, read but not yet understood. */
export interface ConfigFolder {
  readonly dir: string;
  readonly sources: ConfigFile;
  readonly presets: ConfigFile;
  readonly lexicon: readonly ConfigFile[];
  readonly rules: readonly ConfigFile[];
  readonly scoring: ConfigFile;
  /** The register of licensed institutions; an empty one where there is no file. */
  readonly licensed: ConfigFile;
  /** Who may look into the vault of reporters; nobody but the office and the police where there is no file. */
  readonly vault: ConfigFile;
  /** How people prove who they are, and how long that holds. */
  readonly access: ConfigFile;
  /** How large a file may be that people hand in; the defaults where there is no file. */
  readonly intake: ConfigFile;
  /** How citizens report on the open page; usual limits and no telephone where there is no file. */
  readonly public: ConfigFile;
  readonly units: ConfigFile;
  readonly regions: ConfigFile;
  /** The city's own map; one without features where there is no file. */
  readonly map: ConfigFile;
  readonly routing: ConfigFile;
  readonly handling: ConfigFile;
  /** When bulletins come out, what stands in them and who gets them. */
  readonly bulletins: ConfigFile;
  readonly model: ConfigFile;
}

/** Reads config/; a missing or unreadable file is named with its line. */
export async function loadConfig(dir: string): Promise<ConfigFolder> {
  const one = (name: string): Promise<ConfigFile> => readConfigFile(dir, name);
  const [
    sources,
    presets,
    scoring,
    licensed,
    vault,
    access,
    intake,
    open,
    units,
    regions,
    map,
    routing,
    handling,
    bulletins,
    model,
    lexicon,
    rules,
  ] = await Promise.all([
    one('sources.yaml'),
    one('presets.yaml'),
    one('scoring.yaml'),
    loadLicensed(dir),
    optional(dir, VAULT, VAULT_DEFAULT),
    one('access.yaml'),
    optional(dir, INTAKE, null),
    optional(dir, PUBLIC, null),
    one('units.yaml'),
    one('regions.yaml'),
    optional(dir, MAP, NO_MAP),
    one('routing.yaml'),
    one('handling.yaml'),
    one('bulletins.yaml'),
    one('classifier/model.json'),
    loadLexicon(dir),
    readConfigFiles(dir, 'rules'),
  ]);
  return {
    dir,
    sources,
    presets,
    scoring,
    licensed,
    vault,
    access,
    intake,
    public: open,
    units,
    regions,
    map,
    routing,
    handling,
    bulletins,
    model,
    lexicon,
    rules,
  };
}

const LICENSED = 'licensed.yaml';
/** A folder that says nothing of licences licenses nobody. */
const NOBODY_LICENSED = { entries: [] };
const MAP = 'map.geojson';
const NO_MAP = { type: 'FeatureCollection', features: [] };
const PUBLIC = 'public.yaml';
const VAULT = 'vault.yaml';
const INTAKE = 'intake.yaml';
const VAULT_DEFAULT = { units: ['jrb', 'gaj'], approvalHours: 24, basis: '本地默认，非法定' };

/** A file that may be missing, with what holds then. */
const optional = async (dir: string, name: string, content: unknown): Promise<ConfigFile> =>
  (await isThere(join(dir, name))) ? readConfigFile(dir, name) : { name, content };

/** Rules that somebody proposes, with scoring when it comes along. */
export interface ProposedBook {
  readonly rules: readonly ConfigFile[];
  readonly scoring: ConfigFile | null;
}

/** Reads proposed rules: a folder of rule files, or one laid out like config/ (rules/, scoring.yaml). */
export async function loadBook(dir: string): Promise<ProposedBook> {
  const whole = await isThere(join(dir, 'rules'));
  const rules = whole ? await readConfigFiles(dir, 'rules') : await readConfigFiles(dir, '.');
  if (rules.length === 0) throw new Invalid(`目录 ${dir} 里没有规则文件（*.yaml）`, { dir });
  const scored = whole && (await isThere(join(dir, 'scoring.yaml')));
  return { rules, scoring: scored ? await readConfigFile(dir, 'scoring.yaml') : null };
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Reads the lexicon alone. */
export const loadLexicon = (dir: string): Promise<ConfigFile[]> => readConfigFiles(dir, 'lexicon');

/** Reads the register of licences alone. */
export const loadLicensed = (dir: string): Promise<ConfigFile> =>
  optional(dir, LICENSED, NOBODY_LICENSED);

/** A mark of the lexicon's files that changes whenever one of them is written, added or taken away. */
export async function lexiconMark(dir: string): Promise<string> {
  const folder = join(dir, 'lexicon');
  return markOf(folder, await yamlNames(folder).catch(() => []));
}

/** The same of the register of licences. */
export const licensedMark = (dir: string): Promise<string> => markOf(dir, [LICENSED]);

async function markOf(folder: string, names: readonly string[]): Promise<string> {
  const marks = names.map(async (name) => {
    const file = await stat(join(folder, name)).catch(() => null);
    return `${name} ${file?.size ?? '-'} ${file?.mtimeMs ?? '-'}`;
  });
  return (await Promise.all(marks)).join('\n');
}

async function yamlNames(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /\.ya?ml$/.test(name)).sort();
}

async function readConfigFiles(dir: string, folder: string): Promise<ConfigFile[]> {
  const names = await yamlNames(join(dir, folder)).catch((cause: unknown) => {
    const says = folder === '.' ? `没有目录 ${dir}` : `配置目录 ${dir} 缺少 ${folder}/`;
    throw new Invalid(says, { dir }, { cause });
  });
  const path = folder === '.' ? '' : `${folder}/`;
  return Promise.all(names.map((name) => readConfigFile(dir, `${path}${name}`)));
}

async function readConfigFile(dir: string, name: string): Promise<ConfigFile> {
  const text = await readFile(join(dir, name), 'utf8').catch((cause: unknown) => {
    throw new Invalid(`读不到配置文件 ${name}（目录 ${dir}）`, { name }, { cause });
  });
  return /\.(geo)?json$/.test(name) ? { name, content: jsonOf(name, text) } : yamlOf(name, text);
}

/** A configuration file out of its text, for whoever hands one in instead of writing it into a folder. */
export const parseYaml = (name: string, text: string): ConfigFile => yamlOf(name, text);

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Invalid(`${name} 不是完整的 JSON：${String(cause)}`, { name }, { cause });
  }
}

function yamlOf(name: string, text: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    prettyErrors: true,
    uniqueKeys: true,
    lineCounter: lines,
  });
  const fault = faultIn(document);
  if (fault) {
    const line = lines.linePos(fault.at).line;
    throw new Invalid(`${name} 第 ${line} 行不是正确的 YAML：${fault.says}`, {
      ...{ name, line, fault: fault.says },
    });
  }
  const content = document.toJS({ maxAliasCount: -1 }) as unknown;
  return { name, content, lineOf: (path) => lineIn(document, lines, path) };
}

/** What is wrong with a document and where; references are followed only when it is read out. */
function faultIn(document: Document.Parsed): { readonly at: number; readonly says: string } | null {
  const [error] = document.errors;
  if (error) return { at: error.pos[0], says: yamlFault(error.code) };
  const alias = aliasFault(document);
  return alias && { at: alias.alias.range?.[0] ?? 0, says: alias.says };
}

/** What is missing has no line: then that of what it is missing in. */
function lineIn(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  return path.length === 0 ? undefined : lineIn(document, lines, path.slice(0, -1));
}
