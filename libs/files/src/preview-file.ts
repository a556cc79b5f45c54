import type { FileItem, FileRow, ReadOptions } from './file-item.js';
import { readRows } from './read-rows.js';

/** The beginning of a file, to choose a mapping by and to show before the import runs. */
export interface FilePreview {
  readonly headers: readonly string[];
  readonly rows: readonly FileRow[];
  readonly faults: readonly FileItem[];
}

/** Reads the first rows of a file. */
export async function previewFile(
  path: string,
  options: ReadOptions = {},
  atMost = 20,
): Promise<FilePreview> {
  const rows: FileRow[] = [];
  const faults: FileItem[] = [];
  for await (const item of readRows(path, options)) {
    if (item.kind === 'row') rows.push(item);
    else faults.push(item);
    if (rows.length >= atMost || faults.length >= atMost) break;
  }
  return { headers: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows, faults };
}
