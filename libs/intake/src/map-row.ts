import type { Feed } from '@risk/domain';
import { CORE_FIELD, type CompiledColumn, type CompiledPreset } from './compile-preset.js';
import { headerKey } from './header-key.js';
import { placeValue, valueAt } from './place-value.js';
import { readCell } from './read-cell.js';
import { sourceIdOf } from './piece-id.js';
import {
  cellOf,
  startDraft,
  type Cell,
  type ColumnIssue,
  type Draft,
  type Row,
} from './row-draft.js';
import { foldWidth, isMissing, isUnfit } from './reading.js';
import type { Source } from './source-book.js';

/** What the row belongs to. */
export interface RowContext {
  readonly source: Pick<Source, 'name' | 'regionCode'>;
  /**
   * When the pieces of this file happened if neither a column nor the preset tells, ISO 8601 with
   * offset. Should be the same for the same file (its own date, not now): it is part of the content,
   * and with another moment a second import is no longer a duplicate.
   */
  readonly occurredAt?: string;
}

/** A row as the contract's envelope, not yet checked; remarks name cells that were left out. */
export interface MappedRow {
  readonly kind: 'mapped';
  readonly value: Readonly<Record<string, unknown>>;
  readonly remarks: readonly ColumnIssue[];
}

/** A row that cannot be used; its value carries the reason through every door to the dead letters. */
export interface UnusableRow {
  readonly kind: 'refused';
  readonly value: Readonly<Record<string, unknown>>;
  readonly issues: readonly ColumnIssue[];
}

/** Parts of the envelope that columns may fill; everything else is payload. */
const HEAD: ReadonlySet<string> = new Set(['sourceId', 'occurredAt', 'operation', 'related']);
const CORE_LABEL: Readonly<Record<Feed, string>> = {
  registration: '名称',
  complaint: '内容',
  advertisement: '内容',
};

/** Maps one row by a preset: the envelope to be parsed, or why the row cannot be used, by column. */
export function mapRow(
  preset: CompiledPreset,
  row: Row,
  context: RowContext,
): MappedRow | UnusableRow {
  const draft = startDraft(row);
  for (const column of preset.columns) mapColumn(column, draft);
  const sourceId = sourceIdOf(preset, draft, row);
  const head = { source: context.source.name, sourceId, ...envelopeHead(preset, draft, context) };
  requireCore(preset, draft, head);
  if (draft.issues.length > 0) return unusable(head, draft.issues);
  return {
    kind: 'mapped',
    value: { ...head, payload: payloadOf(preset, draft, row, context) },
    remarks: draft.remarks,
  };
}

function mapColumn(column: CompiledColumn, draft: Draft): void {
  for (const key of column.headerKeys) if (draft.cells.has(key)) draft.done.add(key);
  const cell = cellOf(column.headerKeys, draft);
  if (!cell) {
    if (column.require === 'cell')
      draft.issues.push({ column: column.from[0] ?? '', message: '必填而为空' });
    return;
  }
  const refused = rejection(column, cell);
  if (refused !== null) draft.issues.push({ column: cell.header, message: refused });
  else if (column.path) mapCell(column, cell, draft);
}

function rejection({ reject }: CompiledColumn, { value }: Cell): string | null {
  return reject?.values.includes(foldWidth(String(value))) === true ? reject.because : null;
}

function mapCell(column: CompiledColumn, cell: Cell, draft: Draft): void {
  const reading = readCell(cell.value, column, cell.header);
  if (isUnfit(reading)) {
    leaveOut(column, cell, reading.unfit, draft);
    return;
  }
  if (column.keep && !column.vault) draft.kept.add(cell.header);
  for (const value of reading ?? []) place(column, value, draft);
}

/** A bad key, code or phone spoils the row; an odd amount or code value is left out and remarked. */
function leaveOut(column: CompiledColumn, cell: Cell, why: string, draft: Draft): void {
  const forgivable =
    column.require !== 'cell' && (column.kind === 'amount' || column.codes !== undefined);
  (forgivable ? draft.remarks : draft.issues).push({ column: cell.header, message: why });
  if (!column.vault) draft.kept.add(cell.header);
}

function place({ path, append, to }: CompiledColumn, value: unknown, draft: Draft): void {
  if (!path) return;
  const there = valueAt(draft.payload, path);
  const grows = to?.includes('[]') === true;
  if (there === undefined || grows) placeValue(draft.payload, path, value);
  else if (Array.isArray(there)) there.push(value);
  else if (append && typeof there === 'string' && !there.includes(String(value)))
    placeValue(draft.payload, path, `${there}；${String(value)}`);
}

const WITHDRAWN: ReadonlySet<string> = new Set([
  'd',
  'del',
  'delete',
  'deleted',
  'remove',
  'withdraw',
  '删除',
  '撤回',
  '撤销',
]);

function envelopeHead(preset: CompiledPreset, { payload }: Draft, { occurredAt }: RowContext) {
  const { operation, related } = payload;
  const withdrawn = typeof operation === 'string' && WITHDRAWN.has(operation.trim().toLowerCase());
  return {
    occurredAt: payload['occurredAt'] ?? preset.fallbackOccurredAt ?? occurredAt,
    ...(withdrawn && { operation: 'withdraw' }),
    ...(Array.isArray(related) && { related }),
    ...(typeof related === 'string' && { related: [related] }),
  };
}

function requireCore(
  preset: CompiledPreset,
  draft: Draft,
  head: { readonly occurredAt: unknown; readonly operation?: string },
): void {
  const field = CORE_FIELD[preset.feed];
  const missing = (to: string, what: string): void => {
    const from = preset.columns
      .filter((c) => c.to === to)
      .flatMap((c) => c.from)
      .slice(0, 4);
    draft.issues.push({
      column: from[0] ?? to,
      message: `缺少${what}（可用的列名：${from.join('、')}）`,
    });
  };
  const named = (to: string): boolean =>
    draft.issues.some(({ column }) =>
      preset.columns.some((c) => c.to === to && c.headerKeys.includes(headerKey(column))),
    );
  if (draft.payload[field] === undefined && head.operation !== 'withdraw' && !named(field))
    missing(field, CORE_LABEL[preset.feed]);
  if (head.occurredAt === undefined && !named('occurredAt')) missing('occurredAt', '发生时间');
}

function payloadOf(
  preset: CompiledPreset,
  draft: Draft,
  row: Row,
  { source }: RowContext,
): Record<string, unknown> {
  const fields = Object.entries(draft.payload).filter(([field]) => !HEAD.has(field));
  const payload: Record<string, unknown> = { ...preset.defaults, ...Object.fromEntries(fields) };
  if (payload['regionCode'] === undefined && source.regionCode !== null)
    payload['regionCode'] = source.regionCode;
  const columns = originalColumns(draft, row);
  return Object.keys(columns).length > 0 ? { ...payload, columns } : payload;
}

/** Cells that no column took stay as they came, under `columns`, so that they never pose as contract fields. */
function originalColumns(draft: Draft, row: Row): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [header, value] of Object.entries(row)) {
    const taken = draft.done.has(headerKey(header)) && !draft.kept.has(header);
    if (taken || isMissing(value) || header === '__proto__') continue;
    columns[header] = typeof value === 'number' && Math.abs(value) >= 1e15 ? String(value) : value;
  }
  return columns;
}

/** The sentence about a row that goes with its dead letter. */
export const rowReason = (issues: readonly ColumnIssue[]): string =>
  issues.map(({ column, message }) => `列“${column}”${message}`).join('；');

/** The row's cells are not repeated here: they may hold a person, and the original bytes are kept sealed. */
const unusable = (
  head: { readonly source: string; readonly sourceId: string },
  issues: readonly ColumnIssue[],
): UnusableRow => ({
  kind: 'refused',
  value: { source: head.source, sourceId: head.sourceId, unusableRow: rowReason(issues) },
  issues,
});
