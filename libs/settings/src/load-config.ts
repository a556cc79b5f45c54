import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid } from '@risk/kit';
import { parseDocument } from 'yaml';

/** A configuration file as it was read; the library that understands it checks and compiles it. */
export interface ConfigFile {
  /** Name relative to the folder, as people will see it in a complaint about it. */
  readonly name: string;
  readonly content: unknown;
}

/** The whole configuration folder, read but not yet understood. */
export interface ConfigFolder {
  readonly dir: string;
  readonly sources: ConfigFile;
  readonly presets: ConfigFile;
  readonly lexicon: readonly ConfigFile[];
  readonly rules: readonly ConfigFile[];
  readonly scoring: ConfigFile;
  readonly units: ConfigFile;
  readonly regions: ConfigFile;
  readonly routing: ConfigFile;
  readonly model: ConfigFile;
}

/** Reads config/; a missing or unreadable file is named with its line. */
export async function loadConfig(dir: string): Promise<ConfigFolder> {
  const one = (name: string): Promise<ConfigFile> => readConfigFile(dir, name);
  const [sources, presets, scoring, units, regions, routing, model, lexicon, rules] =
    await Promise.all([
      one('sources.yaml'),
      one('presets.yaml'),
      one('scoring.yaml'),
      one('units.yaml'),
      one('regions.yaml'),
      one('routing.yaml'),
      one('classifier/model.json'),
      readConfigFiles(dir, 'lexicon'),
      readConfigFiles(dir, 'rules'),
    ]);
  return { dir, sources, presets, scoring, units, regions, routing, model, lexicon, rules };
}

async function readConfigFiles(dir: string, folder: string): Promise<ConfigFile[]> {
  const names = await readdir(join(dir, folder)).catch((cause: unknown) => {
    throw new Invalid(`配置目录缺少 ${folder}/`, { dir }, { cause });
  });
  const wanted = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(wanted.map((name) => readConfigFile(dir, `${folder}/${name}`)));
}

async function readConfigFile(dir: string, name: string): Promise<ConfigFile> {
  const text = await readFile(join(dir, name), 'utf8').catch((cause: unknown) => {
    throw new Invalid(`读不到配置文件 ${name}（目录 ${dir}）`, { name }, { cause });
  });
  return { name, content: name.endsWith('.json') ? jsonOf(name, text) : yamlOf(name, text) };
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Invalid(`${name} 不是完整的 JSON：${String(cause)}`, { name }, { cause });
  }
}

function yamlOf(name: string, text: string): unknown {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const [fault] = document.errors;
  if (!fault) return document.toJS({ maxAliasCount: 100 }) as unknown;
  const line = fault.linePos?.[0].line ?? 1;
  throw new Invalid(`${name} 第 ${line} 行不是正确的 YAML：${fault.message.split('\n')[0] ?? ''}`, {
    name,
    line,
  });
}
