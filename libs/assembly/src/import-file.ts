import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  previewFile,
  readRows,
  issueTexts,
  type FileItem,
  type FilePreview,
  type ReadOptions,
} from '@risk/files';
import {
  choosePreset,
  headerKey,
  mapRow,
  type PresetBook,
  type PresetMatch,
  type RawItem,
  type Source,
  type SourceBook,
} from '@risk/intake';
import { Invalid } from '@risk/kit';
import type { House } from './house.js';
import { acceptedSum, type Accepted, type Inlet } from './inlet.js';

type CompiledPreset = PresetMatch['preset'];

/** What an import is asked to do. */
export interface ImportWish {
  readonly file: string;
  /** A preset by name, or `auto` to let the headers decide. */
  readonly preset?: string | undefined;
  /** A source by name; without it the one that uses the preset. */
  readonly source?: string | undefined;
  readonly sheet?: string | undefined;
}

/** How a file will be read; shown before it runs. */
export interface ImportPlan {
  readonly file: string;
  /** How to read the rows: the preview and the import itself must find the same header. */
  readonly reading: ReadOptions;
  /** Null when the rows name their source themselves (envelopes of the contract). */
  readonly source: Source | null;
  readonly preset: CompiledPreset | null;
  readonly match: PresetMatch | null;
  readonly preview: FilePreview;
}

/** Says how far an import is and what could not be read, row by row. */
export interface ImportWatcher {
  readonly onRows: (rows: number) => void;
  readonly onIssue: (sentence: string) => void;
}

const BATCH = 500;
/** Below this share of fitting headers nobody should guess. */
const LEAST_FIT = 0.35;
const ENVELOPE_FIELDS = ['source', 'sourceId', 'payload'];

/** Finds out how a file is to be read: by which preset, for which source. */
export async function planImport(
  { sources, presets }: ImportBook,
  wish: ImportWish,
): Promise<ImportPlan> {
  const known = new Set([...presets.values()].flatMap((p) => [...p.takes]));
  const reading: ReadOptions = {
    ...(wish.sheet !== undefined && { sheet: wish.sheet }),
    knows: (header) => known.has(headerKey(header)),
  };
  const preview = await previewFile(wish.file, reading);
  const shape = { file: wish.file, reading, preview };
  const isEnvelope = ENVELOPE_FIELDS.every((field) => preview.headers.includes(field));
  if (isEnvelope && wish.preset === undefined)
    return { ...shape, source: null, preset: null, match: null };

  const asked = wish.source === undefined ? undefined : sourceNamed(wish.source, sources);
  const match = matchFor(wish, asked, preview, presets);
  return { ...shape, source: asked ?? sourceOfPreset(match, sources), preset: match.preset, match };
}

/** The registers that a plan is made from. */
export interface ImportBook {
  readonly sources: SourceBook;
  readonly presets: PresetBook;
}

function matchFor(
  wish: ImportWish,
  source: Source | undefined,
  preview: FilePreview,
  presets: PresetBook,
): PresetMatch {
  const name = wish.preset ?? source?.preset ?? 'auto';
  const wanted =
    name === 'auto' ? [...presets.values()] : [...presets.values()].filter((p) => p.name === name);
  if (wanted.length === 0)
    throw new Invalid(`没有预设“${name}”，可用：${[...presets.keys()].join('、')}`);
  const [best] = choosePreset(preview.headers, wanted);
  if (!best || (name === 'auto' && best.score < LEAST_FIT)) {
    throw new Invalid(
      `认不出这张表：列名 ${preview.headers.slice(0, 12).join('、')} 与任何预设都不够相符，请用 --preset 指明`,
    );
  }
  if (best.missing.length > 0)
    throw new Invalid(`缺少必需的列：${best.missing.join('、')}（预设“${best.preset.name}”）`);
  return best;
}

function sourceNamed(name: string, sources: SourceBook): Source {
  const source = sources.get(name);
  if (!source) throw new Invalid(`没有登记来源“${name}”，请先写进 config/sources.yaml`);
  return source;
}

function sourceOfPreset({ preset }: PresetMatch, sources: SourceBook): Source {
  const source = [...sources.values()].find((s) => s.preset === preset.name);
  if (!source) throw new Invalid(`没有来源使用预设“${preset.name}”，请用 --source 指明来源`);
  return source;
}

/** Reads the file to its end and hands it on in batches; bad rows are named and the good ones go in. */
export async function runImport(
  house: ImportHouse,
  plan: ImportPlan,
  watcher: ImportWatcher,
): Promise<Accepted> {
  const answers: Accepted[] = [];
  // Rows without a date happened when the file was made: read again, they are the same rows.
  const occurredAt = (await stat(plan.file)).mtime.toISOString();
  let batch: RawItem[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const answer = await house.inlet.accept(batch);
    if (answer.kept)
      for (const { origin, reason } of answer.refusals)
        watcher.onIssue(`第 ${origin['row'] ?? '?'} 行：${reason}`);
    answers.push(
      acceptedSum([...answers.splice(0), answer.kept ? { ...answer, refusals: [] } : answer]),
    );
    batch = [];
    watcher.onRows(rows);
  };
  for await (const item of readRows(plan.file, plan.reading)) {
    rows += 1;
    if (item.kind === 'row') issueTexts(item).forEach(watcher.onIssue);
    batch.push(itemOf(plan, item, house, occurredAt));
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return acceptedSum(answers);
}

/** What an import needs of the house. */
export interface ImportHouse extends ImportBook {
  readonly inlet: Inlet;
}

function itemOf(
  plan: ImportPlan,
  item: FileItem,
  { sources }: ImportBook,
  occurredAt: string,
): RawItem {
  const origin = {
    file: basename(plan.file),
    ...(item.sheet !== undefined && { sheet: item.sheet }),
    row: item.row,
  };
  const feed = plan.source?.feed ?? feedNamedBy(item, sources);
  const raw = { feed, door: 'file' as const, bytes: Buffer.from(item.raw), origin };
  return { ...raw, value: valueOf(plan, item, occurredAt) };
}

/** An unreadable row goes the way of all rows, and its reason with it into the dead letters. */
function valueOf(plan: ImportPlan, item: FileItem, occurredAt: string): unknown {
  if (item.kind === 'fault') {
    return {
      source: plan.source?.name ?? '',
      sourceId: '',
      unusableRow: issueTexts(item).join('；'),
    };
  }
  if (!plan.preset || !plan.source) return item.cells;
  return mapRow(plan.preset, item.cells, { source: plan.source, occurredAt }).value;
}

function feedNamedBy(item: FileItem, sources: SourceBook): RawItem['feed'] {
  const name = item.kind === 'row' ? item.cells['source'] : undefined;
  return (typeof name === 'string' ? sources.get(name)?.feed : undefined) ?? 'complaint';
}

/** The import over an open house. */
export const importBookOf = ({ sources, engines, inlet }: House): ImportHouse => ({
  sources,
  presets: engines.presets,
  inlet,
});
