import { detectEncoding, detectKind, type FileItem, type FileKind } from '@risk/files';
import type { Feed } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import {
  mapRow,
  shownValue,
  targetIn,
  targetsOf,
  type ImportReading,
  type MappingTarget,
  type ReadItem,
  type RawItem,
} from '@risk/intake';
import { isEnvelopes, rawItemOf, type ImportBook } from '../import-file.js';
import { asItWas } from './fault-columns.js';
import { flawOf, type UploadPlan } from './plan-upload.js';

/** A column of a file and where it goes. */
export interface ShownColumn {
  readonly header: string;
  /** The code of its target. */
  readonly code: string;
  /** Where it would go without anybody's choice. */
  readonly guess: string;
  /** The first value in it; null when it is personal. */
  readonly sample: string | null;
}

/** A row as it would be read. */
export interface ShownRow {
  readonly sheet: string | null;
  readonly row: number;
  /** Why it cannot be used; null when it can. */
  readonly reason: string | null;
  /** One text a head; null where something personal stands that goes into the vault. */
  readonly cells: readonly (string | null)[];
  readonly remarks: readonly string[];
}

/** How an uploaded file will be read, before it is. */
export interface ShownPlan {
  readonly kind: FileKind;
  readonly encoding: string | null;
  readonly source: { readonly name: string; readonly title: string; readonly feed: Feed } | null;
  readonly isEnvelopes: boolean;
  /** How well the headers fit, 0 to 1. */
  readonly fit: number | null;
  readonly columns: readonly ShownColumn[];
  readonly targets: readonly MappingTarget[];
  readonly heads: readonly string[];
  readonly rows: readonly ShownRow[];
  /** Whether no column says when the pieces happened. */
  readonly needsDate: boolean;
  readonly kept: { readonly by: string; readonly at: Date } | null;
  /** Why it cannot be imported like this. */
  readonly flaw: string | null;
}

const SHOWN_ROWS = 20;
const LONGEST = 80;

type Parse = (item: RawItem) => ReadItem;

/** Shows how a file will be read: its columns, and its first rows as they would come out. */
export async function showPlan(
  plan: UploadPlan,
  reading: ImportReading,
  { book, parse }: { readonly book: ImportBook; readonly parse: Parse },
): Promise<ShownPlan> {
  const { source, preset, preview, match, kept, guesses } = plan;
  const kind = await detectKind(plan.file);
  const targets = preset ? targetsOf(preset.feed, preset.columns) : [];
  const columns = preview.headers.map((header): ShownColumn => {
    const code = preset ? targetIn(preset, header) : '';
    const isVault = targets.some((target) => target.code === code && target.vault);
    const sample = isVault ? null : sampleOf(preview.rows, header);
    return { header, code, guess: guesses[header] ?? '', sample };
  });
  const heads = headsOf(plan, columns, targets);
  const items = [...preview.rows, ...preview.faults].sort((a, b) => a.row - b.row);
  return {
    kind,
    encoding: kind === 'csv' || kind === 'jsonl' ? await detectEncoding(plan.file) : null,
    source: source && { name: source.name, title: source.title, feed: source.feed },
    isEnvelopes: source === null && isEnvelopes(preview),
    fit: match && Math.round(match.score * 100) / 100,
    columns: preset ? columns : [],
    targets,
    heads: heads.map(({ title }) => title),
    rows: items
      .slice(0, SHOWN_ROWS)
      .map((item) => shownRow(plan, asItWas(item), heads, { book, parse }, reading)),
    needsDate: preset !== null && !columns.some(({ code }) => code === 'occurredAt'),
    kept: kept && { by: kept.keptBy, at: kept.keptAt },
    flaw: flawOf(plan),
  };
}

const sampleOf = (rows: UploadPlan['preview']['rows'], header: string): string =>
  cut(rows.map(({ cells }) => cellText(cells[header])).find((text) => text !== '') ?? '');

const cellText = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** A column of the preview; the code tells where its value is found. */
type Head = Pick<MappingTarget, 'code' | 'title' | 'vault'>;

const OF_ENVELOPES: readonly Head[] = [
  { code: 'sourceId', title: '编号', vault: false },
  { code: 'occurredAt', title: '发生时间', vault: false },
  { code: 'title', title: '标题', vault: false },
  { code: 'text', title: '内容', vault: false },
  { code: 'name', title: '名称', vault: false },
];

function headsOf(
  { preset }: UploadPlan,
  columns: readonly ShownColumn[],
  targets: readonly MappingTarget[],
): readonly Head[] {
  if (!preset) return OF_ENVELOPES;
  const used = new Set(columns.map(({ code }) => code));
  return targets.filter(({ code }) => used.has(code) && code !== 'keep' && code !== 'drop');
}

function shownRow(
  plan: UploadPlan,
  item: FileItem,
  heads: readonly Head[],
  { book, parse }: { readonly book: ImportBook; readonly parse: Parse },
  { occurredAt }: ImportReading,
): ShownRow {
  const raw = rawItemOf(plan, item, book, occurredAt);
  const read = parse(raw);
  const reason = 'refused' in read ? read.refused.reason : null;
  const envelope = (raw.value ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...{ sheet: item.sheet ?? null, row: item.row, reason },
    cells: heads.map(({ code, vault }) => shownCell(envelope, code, vault)),
    remarks: remarksOf(plan, item, occurredAt),
  };
}

/** What is personal is said to be there, never shown. */
function shownCell(
  envelope: Readonly<Record<string, unknown>>,
  code: string,
  vault: boolean,
): string | null {
  const text = shownValue(envelope, code);
  if (vault) return text === '' ? '' : null;
  return cut(code === 'occurredAt' ? momentText(text) : text);
}

/** As people read it; what is no moment stays as it came. */
const momentText = (text: string): string =>
  Number.isNaN(Date.parse(text)) ? text : chinaTime(new Date(text));

function remarksOf({ preset, source }: UploadPlan, item: FileItem, occurredAt: string): string[] {
  if (!preset || !source || item.kind !== 'row') return [];
  const mapped = mapRow(preset, item.cells, { source, occurredAt });
  const told = mapped.kind === 'mapped' ? mapped.remarks : [];
  return [...told, ...item.warnings].map(({ column, message }) => `列“${column ?? ''}”${message}`);
}
