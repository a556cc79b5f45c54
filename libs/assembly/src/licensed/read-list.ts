import { issueTexts, readRows } from '@risk/files';
import { mapRow, targetIn, targetsOf } from '@risk/intake';
import { Invalid } from '@risk/kit';
import { planImport, type ImportBook, type ImportPlan } from '../import-file.js';
import type { ListedInstitution } from './merge-licensed.js';

const PRESET = 'financial-licence';

/** How much of a file is read at most. */
export interface ListBounds {
  readonly mostRows: number;
  readonly unpackedBytes: number;
}

/** A column of a list and what it was taken for; null for what plays no part. */
export interface ReadColumn {
  readonly header: string;
  readonly title: string | null;
}

/** A file to read a list from. */
export interface ListFile {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly bounds?: ListBounds | undefined;
}

/** A list that was read, and the rows that could not be. */
export interface ReadList {
  readonly columns: readonly ReadColumn[];
  readonly rows: number;
  readonly institutions: readonly ListedInstitution[];
  readonly faults: readonly string[];
}

/** Reads a list of licensed institutions from a file, by the same column mapping as imports. */
export async function readLicensedList(
  book: ImportBook,
  { file, sheet, bounds }: ListFile,
): Promise<ReadList> {
  const unpackedBytes = bounds?.unpackedBytes;
  const plan = await planImport(book, { file, preset: PRESET, sheet, unpackedBytes });
  const { preset, source } = plan;
  const institutions: ListedInstitution[] = [];
  const faults: string[] = [];
  if (!preset || !source) return { institutions, faults, columns: [], rows: 0 };
  let rows = 0;
  for await (const item of readRows(file, plan.reading)) {
    rows += 1;
    refuseTooLong(rows, bounds);
    if (item.kind === 'fault') {
      faults.push(...issueTexts(item));
      continue;
    }
    const { value } = mapRow(preset, item.cells, { source, occurredAt: UNDATED });
    const told = value as { unusableRow?: string; payload?: ListPayload };
    const name = textOf(told.payload?.name);
    if (told.unusableRow !== undefined || name === null)
      faults.push(`第 ${item.row} 行：${told.unusableRow ?? '缺少机构名称'}`);
    else institutions.push(institutionOf(name, told.payload));
  }
  return { institutions, faults, rows, columns: columnsOf(plan) };
}

function refuseTooLong(rows: number, bounds: ListBounds | undefined): void {
  if (bounds === undefined || rows <= bounds.mostRows) return;
  throw new Invalid(`文件超过 ${bounds.mostRows} 行的上限，没有登记；请分成几个文件再导入`);
}

/** Where a column goes that the register has no use for. */
const USELESS = new Set(['keep', 'drop']);

function columnsOf({ preset, preview }: ImportPlan): readonly ReadColumn[] {
  if (!preset) return [];
  const titles = new Map(
    targetsOf(preset.feed, preset.columns).map((one) => [one.code, one.title]),
  );
  return preview.headers.map((header) => {
    const code = targetIn(preset, header);
    return { header, title: USELESS.has(code) ? null : (titles.get(code) ?? null) };
  });
}

/** The register keeps its own days; that of a row plays no part. */
const UNDATED = '1970-01-01T00:00:00+08:00';

interface ListPayload {
  readonly name?: unknown;
  readonly uscc?: unknown;
  readonly licence?: {
    readonly certificate?: unknown;
    readonly institutionCode?: unknown;
    readonly until?: unknown;
  };
}

const institutionOf = (name: string, payload: ListPayload | undefined): ListedInstitution => ({
  name,
  uscc: textOf(payload?.uscc),
  licence: textOf(payload?.licence?.institutionCode) ?? textOf(payload?.licence?.certificate),
  endsOn: textOf(payload?.licence?.until),
});

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
