import { previewFile, readRows, type FilePreview, type ReadOptions } from '@risk/files';
import {
  choosePreset,
  KEPT,
  personalTarget,
  type CompiledPreset,
  matchPreset,
  targetIn,
  withChoices,
  type ImportReading,
  type KeptMapping,
  type MappingChoices,
  type MappingStore,
  type PresetMatch,
  type Source,
} from '@risk/intake';
import { Invalid } from '@risk/kit';
import {
  isEnvelopes,
  knownTo,
  LEAST_FIT,
  sourceNamed,
  type ImportBook,
  type ImportPlan,
} from '../import-file.js';
import { isFaultColumn } from './fault-columns.js';

/** An uploaded file, and how its columns would go without anybody's choice. */
export interface UploadPlan extends ImportPlan {
  /** Header → code of its target by the configuration alone. */
  readonly guesses: MappingChoices;
  /** What people kept for this source. */
  readonly kept: KeptMapping | null;
}

/** What a plan for an upload is made from. */
export interface UploadBook extends ImportBook {
  readonly mappings: MappingStore;
  readonly unpackedBytes: number;
  readonly mostRows: number;
}

interface UploadedFile {
  readonly file: string;
  readonly name: string;
  readonly reading: ImportReading;
}

/** How the rows of an uploaded file are read. */
export function optionsOf(
  { presets, unpackedBytes }: Pick<UploadBook, 'presets' | 'unpackedBytes'>,
  { sheet, headerRow }: Pick<ImportReading, 'sheet' | 'headerRow'>,
): ReadOptions {
  return {
    unpackedBytes,
    knows: knownTo(presets),
    ...(sheet !== null && { sheet }),
    ...(headerRow !== null && { headerRow }),
  };
}

/** Finds out how an uploaded file is to be read; where nothing fits, a person chooses and nothing is thrown. */
export async function planUpload(
  book: UploadBook,
  { file, name, reading }: UploadedFile,
): Promise<UploadPlan> {
  const options = optionsOf(book, reading);
  const preview = withoutOurs(await previewFile(file, options));
  const bare = { file, name, reading: options, preview, guesses: {}, kept: null };
  const source = sourceFor(book, preview, reading);
  if (!source) return { ...bare, source: null, preset: null, match: null };
  const match = baseMatch(book, source, preview);
  const kept = await book.mappings.of(source.name);
  const { preset, guesses } = match;
  const chosen = choicesHere({ ...kept?.choices, ...reading.choices }, preview);
  const mine = withChoices(preset, chosen);
  return {
    ...{ ...bare, source, preset: mine, match: matchPreset(preview.headers, mine) },
    ...{ guesses, kept },
  };
}

/** Rows that name their source themselves have none here. */
function sourceFor(
  { sources, presets }: ImportBook,
  preview: FilePreview,
  reading: ImportReading,
): Source | undefined {
  if (reading.source !== null) return sourceNamed(reading.source, sources);
  if (isEnvelopes(preview)) return undefined;
  const [one, ...others] = fittingSources({ sources, presets }, preview);
  return others.length === 0 ? one : undefined;
}

/** A preset that fits this much of what the best one does is as good a guess. */
const NEARLY = 0.9;

/** The sources whose tables look like this one; where there are several, a person knows which it is. */
function fittingSources(
  { sources, presets }: ImportBook,
  { headers }: FilePreview,
): readonly Source[] {
  const fits = choosePreset(headers, presets.values()).filter(({ score }) => score >= LEAST_FIT);
  const names = fits
    .filter(({ score }) => score >= NEARLY * (fits[0]?.score ?? 0))
    .map(({ preset }) => preset.name);
  return [...sources.values()].filter(
    ({ preset, sample }) => !sample && preset !== null && names.includes(preset),
  );
}

function baseMatch(
  { presets }: ImportBook,
  { preset: name, title }: Source,
  { headers }: FilePreview,
): PresetMatch & { readonly guesses: MappingChoices } {
  const preset = name === null ? undefined : presets.get(name);
  if (!preset) throw new Invalid(`来源“${title}”没有列对照预设，不能导入表格；请换一个来源`);
  const careful = withChoices(preset, ofPersons(preset, headers));
  const guesses = Object.fromEntries(headers.map((header) => [header, targetIn(careful, header)]));
  return { ...matchPreset(headers, careful), guesses };
}

/** What the configuration does not know and what speaks of a person is not kept among the other columns. */
const ofPersons = (preset: CompiledPreset, headers: readonly string[]): MappingChoices =>
  Object.fromEntries(
    headers.flatMap((header) => {
      const code = targetIn(preset, header) === KEPT ? personalTarget(preset.feed, header) : null;
      return code === null ? [] : [[header, code]];
    }),
  );

/** Only what this file has; a mapping is kept for files with and without a column. */
const choicesHere = (choices: MappingChoices, { headers }: FilePreview): MappingChoices =>
  Object.fromEntries(Object.entries(choices).filter(([header]) => headers.includes(header)));

const withoutOurs = (preview: FilePreview): FilePreview => ({
  ...preview,
  headers: preview.headers.filter((header) => !isFaultColumn(header)),
});

/** Why a plan cannot be carried out as it is; null when it can. */
export function flawOf({ source, match, preview }: ImportPlan): string | null {
  if (preview.rows.length === 0 && preview.faults.length === 0) return '文件里没有数据行';
  if (!source && !isEnvelopes(preview))
    return '还不知道是哪个来源的表，请选择来源，再核对各列的去处';
  if (match && match.missing.length > 0)
    return `缺少必需的列：${match.missing.join('、')}；请为它指定一列`;
  return null;
}

/** Reads a file once to its end: what it holds, and that it keeps to the bounds. */
export async function surveyUpload(
  file: string,
  options: ReadOptions,
  mostRows: number,
): Promise<{ readonly rows: number; readonly sheets: readonly string[] }> {
  const sheets = new Set<string>();
  let rows = 0;
  for await (const { sheet } of readRows(file, options)) {
    rows += 1;
    if (sheet !== undefined) sheets.add(sheet);
    if (rows > mostRows)
      throw new Invalid(`文件超过 ${mostRows} 行的上限，没有保存；请分成几个文件再导入`);
  }
  return { rows, sheets: [...sheets] };
}
