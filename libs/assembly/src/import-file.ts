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
import { asItWas } from './imports/fault-columns.js';
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
  /** How large a packed file may become; that of the reader otherwise. */
  readonly unpackedBytes?: number | undefined;
}

/** How a file will be read; shown before it runs. */
export interface ImportPlan {
  readonly file: string;
  /** What the file is called by whoever handed it in; that of the file itself otherwise. */
  readonly name?: string;
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
export const LEAST_FIT = 0.35;
const ENVELOPE_FIELDS = ['source', 'sourceId', 'payload'];

/** Whether the rows of a file are whole envelopes of the contract. */
export const isEnvelopes = ({ headers }: Pick<FilePreview, 'headers'>): boolean =>
  ENVELOPE_FIELDS.every((field) => headers.includes(field));

/** Finds out how a file is to be read: by which preset, for which source. */
export async function planImport(
  { sources, presets }: ImportBook,
  wish: ImportWish,
): Promise<ImportPlan> {
  const reading: ReadOptions = {
    ...(wish.sheet !== undefined && { sheet: wish.sheet }),
    ...(wish.unpackedBytes !== undefined && { unpackedBytes: wish.unpackedBytes }),
    knows: knownTo(presets),
  };
  const preview = await previewFile(wish.file, reading);
  const shape = { file: wish.file, reading, preview };
  if (isEnvelopes(preview) && wish.preset === undefined)
    return { ...shape, source: null, preset: null, match: null };

  const asked = wish.source === undefined ? undefined : sourceNamed(wish.source, sources);
  const match = matchFor(wish, asked, preview, presets);
  return { ...shape, source: asked ?? sourceOfPreset(match, sources), preset: match.preset, match };
}

/** Whether any preset knows a header; helps to find the header among title rows. */
export function knownTo(presets: PresetBook): (header: string) => boolean {
  const known = new Set([...presets.values()].flatMap((p) => [...p.takes]));
  return (header) => known.has(headerKey(header));
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
  if (!best && name !== 'auto')
    throw new Invalid(`列名 ${namesIn(preview)} 与预设“${name}”没有一处相符：请核对是不是这种表`);
  if (!best || (name === 'auto' && best.score < LEAST_FIT)) {
    throw new Invalid(
      `认不出这张表：列名 ${namesIn(preview)} 与任何预设都不够相符，请用 --preset 指明`,
    );
  }
  if (best.missing.length > 0)
    throw new Invalid(`缺少必需的列：${best.missing.join('、')}（预设“${best.preset.name}”）`);
  return best;
}

const namesIn = ({ headers }: FilePreview): string => headers.slice(0, 12).join('、');

export function sourceNamed(name: string, sources: SourceBook): Source {
  const source = sources.get(name);
  if (!source) throw new Invalid(`没有登记来源“${name}”，请先写进 config/sources.yaml`);
  return source;
}

function sourceOfPreset({ preset }: PresetMatch, sources: SourceBook): Source {
  const source = sourceUsing(preset.name, sources);
  if (!source) throw new Invalid(`没有来源使用预设“${preset.name}”，请用 --source 指明来源`);
  return source;
}

const sourceUsing = (preset: string, sources: SourceBook): Source | undefined =>
  [...sources.values()].find((source) => source.preset === preset);

/** Reads the file to its end and hands it on in batches; bad rows are named and the good ones go in. */
export async function runImport(
  house: ImportHouse,
  plan: ImportPlan,
  watcher: ImportWatcher,
): Promise<Accepted> {
  // Rows without a date happened when the file was made: read again, they are the same rows.
  const occurredAt = (await stat(plan.file)).mtime.toISOString();
  let sum = acceptedSum([]);
  let rows = 0;
  for await (const { items, answer } of importBatches(house, plan, { occurredAt, size: BATCH })) {
    for (const { item } of items)
      if (item.kind === 'row') issueTexts(item).forEach(watcher.onIssue);
    if (answer.kept)
      for (const { origin, reason } of answer.refusals)
        watcher.onIssue(`第 ${origin['row'] ?? '?'} 行：${reason}`);
    sum = acceptedSum([sum, answer.kept ? { ...answer, refusals: [] } : answer]);
    rows += items.length;
    watcher.onRows(rows);
  }
  return sum;
}

/** A row of a file, and what was handed in for it. */
export interface ImportedRow {
  readonly item: FileItem;
  readonly raw: RawItem;
}

/** Rows that went in together, and what became of them. */
export interface ImportedBatch {
  readonly items: readonly ImportedRow[];
  readonly answer: Accepted;
}

/** How rows are handed in. */
export interface Portions {
  readonly occurredAt: string;
  readonly size: number;
  /** So many rows went in before. */
  readonly after?: number;
}

/** Reads a file and hands its rows in, batch by batch. */
export async function* importBatches(
  house: ImportHouse,
  plan: ImportPlan,
  { occurredAt, size, after = 0 }: Portions,
): AsyncGenerator<ImportedBatch> {
  let batch: ImportedRow[] = [];
  let seen = 0;
  const flush = async (): Promise<ImportedBatch> => {
    const items = batch;
    batch = [];
    return { items, answer: await house.inlet.accept(items.map(({ raw }) => raw)) };
  };
  for await (const read of readRows(plan.file, plan.reading)) {
    seen += 1;
    if (seen <= after) continue;
    const item = asItWas(read);
    batch.push({ item, raw: rawItemOf(plan, item, house, occurredAt) });
    if (batch.length >= size) yield await flush();
  }
  if (batch.length > 0) yield await flush();
}

/** What of a house an import stands on. */
interface ImportGround {
  readonly sources: SourceBook;
  readonly engines: { readonly presets: PresetBook };
  readonly inlet: Inlet;
}

/** What an import needs of the house. */
export interface ImportHouse extends ImportBook {
  readonly inlet: Inlet;
}

/** A row as every door hands it in. */
export function rawItemOf(
  plan: ImportPlan,
  item: FileItem,
  { sources }: Pick<ImportBook, 'sources'>,
  occurredAt: string,
): RawItem {
  const origin = {
    file: plan.name ?? basename(plan.file),
    ...(item.sheet !== undefined && { sheet: item.sheet }),
    row: item.row,
  };
  const feed = plan.source?.feed ?? feedNamedBy(item, sources);
  const raw = { feed, door: 'file' as const, bytes: Buffer.from(textOf(item)), origin };
  return { ...raw, value: valueOf(plan, item, occurredAt) };
}

/** The row with its headers: a line of CSV by itself could not be mapped again later. */
const textOf = (item: FileItem): string =>
  item.kind === 'row' && !item.raw.startsWith('{') ? JSON.stringify(item.cells) : item.raw;

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
  const mapped = mapRow(plan.preset, item.cells, { source: plan.source, occurredAt });
  // A row that is mapped again later happened when it would have happened now.
  return mapped.kind === 'refused' ? { ...mapped.value, occurredAt } : mapped.value;
}

function feedNamedBy(item: FileItem, sources: SourceBook): RawItem['feed'] {
  const name = item.kind === 'row' ? item.cells['source'] : undefined;
  return (typeof name === 'string' ? sources.get(name)?.feed : undefined) ?? 'complaint';
}

/** The import over an open house. */
export const importBookOf = ({ sources, engines, inlet }: ImportGround): ImportHouse => ({
  sources,
  presets: engines.presets,
  inlet,
});
