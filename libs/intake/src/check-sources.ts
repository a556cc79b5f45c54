import { Invalid, days, hours, minutes, shaped } from '@risk/kit';
import type { z } from 'zod';
import { compilePreset, type CompiledPreset } from './compile-preset.js';
import type { FieldIssue } from './poison.js';
import { presetsFileSchema, sourcesFileSchema, type Preset } from './preset-schema.js';
import { sourceBookOf, type Source, type SourceBook } from './source-book.js';

/** The presets by name. */
export type PresetBook = ReadonlyMap<string, CompiledPreset>;

/** A configuration file already read as YAML. */
interface ReadFile {
  readonly name: string;
  readonly content: unknown;
}

function refuseAll(file: string, issues: readonly FieldIssue[]): void {
  if (issues.length === 0) return;
  const problems = issues.map(({ path, message }) => `${file} › ${path}: ${message}`);
  throw new Invalid(problems.join('\n'), { file, problems });
}

const repeated = (list: string, names: readonly string[]): FieldIssue[] =>
  names.flatMap((name, at) =>
    names.indexOf(name) < at ? [{ path: `${list}[${at}].name`, message: `“${name}”重复` }] : [],
  );

/** Checks config/presets.yaml and makes the presets ready; refuses it with all problems at once. */
export function compilePresets(file: ReadFile): PresetBook {
  const { presets } = shaped(file.name, presetsFileSchema, file.content);
  refuseAll(file.name, [
    ...repeated(
      'presets',
      presets.map((p) => p.name),
    ),
    ...presets.flatMap(presetIssues),
  ]);
  return new Map(presets.map((preset) => [preset.name, compilePreset(preset)]));
}

function presetIssues(preset: Preset, at: number): FieldIssue[] {
  return preset.columns.flatMap((column, index) => {
    const path = `presets[${at}].columns[${index}]`;
    const { to, vault, unit, as } = column;
    if (to === undefined && !vault)
      return [{ path: `${path}.to`, message: '缺少去处；只有 vault 列可以没有 to' }];
    if (vault && to !== undefined && !to.startsWith('reporter.'))
      return [{ path: `${path}.to`, message: '身份信息只能进入 reporter' }];
    if (!vault && to?.startsWith('reporter'))
      return [{ path: `${path}.vault`, message: '举报人信息须写 vault: true' }];
    if (unit !== undefined && as !== undefined && as !== 'amount')
      return [{ path: `${path}.unit`, message: '只有金额列有单位' }];
    return [];
  });
}

/** Checks config/sources.yaml against the presets; refuses it with all problems at once. */
export function compileSources(file: ReadFile, presets: PresetBook): SourceBook {
  const { sources } = shaped(file.name, sourcesFileSchema, file.content);
  const misfits = sources.flatMap(({ name, preset, feed, table }, at): FieldIssue[] => {
    if (preset === undefined) {
      return table === undefined
        ? []
        : [{ path: `sources[${at}].preset`, message: '库表交换的来源须写预设' }];
    }
    const known = presets.get(preset);
    if (!known)
      return [{ path: `sources[${at}].preset`, message: `"${preset}" 不在 presets.yaml 中` }];
    if (known.feed === feed) return [];
    return [
      {
        path: `sources[${at}].feed`,
        message: `来源“${name}”与预设“${preset}”（${known.feed}）的数据通道不一致`,
      },
    ];
  });
  refuseAll(file.name, [
    ...repeated(
      'sources',
      sources.map((s) => s.name),
    ),
    ...misfits,
  ]);
  return sourceBookOf(sources.map(sourceOf));
}

type SourceEntry = z.output<typeof sourcesFileSchema>['sources'][number];

function sourceOf({ expectEvery, preset, region, table, ...source }: SourceEntry): Source {
  return {
    ...source,
    table: table ?? null,
    preset: preset ?? null,
    regionCode: region ?? null,
    expectEveryMs: expectEvery === undefined ? null : spanOf(expectEvery),
  };
}

function spanOf(text: string): number {
  const n = Number(text.slice(0, -1));
  if (text.endsWith('m')) return minutes(n);
  return text.endsWith('h') ? hours(n) : days(n);
}
