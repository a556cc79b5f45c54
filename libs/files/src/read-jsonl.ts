import { readFile, stat } from 'node:fs/promises';
import { Unreadable } from '@risk/kit';
import type { FileItem } from './file-item.js';
import { LIMITS } from './limits.js';
import { detectEncoding, isBroken } from './text-encoding.js';
import { textLines } from './text-lines.js';

/** Reads JSON lines: contract envelopes or flat rows, one object a line. */
export async function* readJsonl(path: string): AsyncGenerator<FileItem> {
  let row = 0;
  for await (const line of textLines(path, await detectEncoding(path))) {
    row += 1;
    if (line.trim() !== '') yield jsonItem(line, row);
  }
}

const fault = (row: number, raw: string, message: string): FileItem => ({
  kind: 'fault',
  row,
  raw: raw.slice(0, LIMITS.line),
  issues: [{ column: null, message }],
});

function jsonItem(line: string, row: number): FileItem {
  const raw = line.trim();
  if (raw.length > LIMITS.line) return fault(row, raw, `一行超过 ${LIMITS.line} 个字符`);
  if (isBroken(raw)) return fault(row, raw, '有无法识别的字符（编码错误）');
  try {
    return objectItem(JSON.parse(raw), row, raw);
  } catch {
    return fault(row, raw, '不是完整的 JSON');
  }
}

function objectItem(value: unknown, row: number, raw: string): FileItem {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault(row, raw, '应为一个 JSON 对象');
  return { kind: 'row', row, raw, cells: value as Record<string, unknown>, warnings: [] };
}

/** Reads a JSON document: an array of objects, or one object; the row is the place in the array. */
export async function* readJson(path: string): AsyncGenerator<FileItem> {
  const { size } = await stat(path);
  if (size > LIMITS.wholeJson)
    throw new Unreadable(
      `JSON 数组文件超过 ${LIMITS.wholeJson / 1024 / 1024} MB，请改为一行一条（JSONL）`,
    );
  const value = wholeJson(await readFile(path, 'utf8'));
  for (const [at, item] of (Array.isArray(value) ? value : [value]).entries())
    yield objectItem(item, at + 1, JSON.stringify(item));
}

function wholeJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new Unreadable(
      `不是完整的 JSON：${cause instanceof Error ? cause.message : ''}`,
      {},
      { cause },
    );
  }
}
