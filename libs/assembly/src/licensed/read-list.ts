import { issueTexts, readRows } from '@risk/files';
import { mapRow } from '@risk/intake';
import { planImport, type ImportBook } from '../import-file.js';
import type { ListedInstitution } from './merge-licensed.js';

const PRESET = 'financial-licence';

/** A list that was read, and the rows that could not be. */
export interface ReadList {
  readonly institutions: readonly ListedInstitution[];
  readonly faults: readonly string[];
}

/** Reads a list of licensed institutions from a file, by the same column mapping as imports. */
export async function readLicensedList(
  book: ImportBook,
  file: string,
  sheet?: string,
): Promise<ReadList> {
  const plan = await planImport(book, { file, preset: PRESET, sheet });
  const { preset, source } = plan;
  const institutions: ListedInstitution[] = [];
  const faults: string[] = [];
  if (!preset || !source) return { institutions, faults };
  for await (const item of readRows(file, plan.reading)) {
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
  return { institutions, faults };
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
