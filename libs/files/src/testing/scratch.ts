import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileItem, ReadOptions } from '../file-item.js';
import { readRows } from '../read-rows.js';

/** A folder for the files of one spec. */
export class Scratch {
  private readonly folder = mkdtempSync(join(tmpdir(), 'risk-files-'));
  private count = 0;

  file(content: string | Uint8Array): string {
    const path = this.path();
    writeFileSync(path, content);
    return path;
  }

  path(): string {
    this.count += 1;
    return join(this.folder, String(this.count));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** All items of a file. */
export async function itemsOf(path: string, options?: ReadOptions): Promise<FileItem[]> {
  const items: FileItem[] = [];
  for await (const item of readRows(path, options)) items.push(item);
  return items;
}

/** The cells of the rows, faults as `row: message`. */
export const brief = (items: readonly FileItem[]): unknown[] =>
  items.map((item) =>
    item.kind === 'row'
      ? item.cells
      : `${item.row}: ${item.issues.map((i) => `${i.column ?? ''} ${i.message}`.trim()).join('；')}`,
  );
