import type { Merge } from '../header-row.js';
import { LIMITS } from '../limits.js';
import { columnIndex } from './sheet-rows.js';

const MERGE =
  /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longer than any one mergeCell tag. */
const OVERLAP = 200;

/**
 * Runs through a sheet once without taking it apart: its real size is counted on the way (a bomb ends
 * here), and its merged ranges, which stand behind the data, are collected.
 */
export async function surveySheet(bytes: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges = new Map<string, Merge>();
  let rest = '';
  for await (const chunk of bytes) {
    const text = rest + chunk.toString('latin1');
    if (text.includes('mergeCell')) collect(text, merges);
    rest = text.slice(-OVERLAP);
  }
  return [...merges.values()];
}

function collect(text: string, merges: Map<string, Merge>): void {
  for (const [whole, left = '', top = '', right = '', bottom = ''] of text.matchAll(MERGE)) {
    if (merges.size >= LIMITS.merges) return;
    merges.set(whole, {
      top: Number(top),
      bottom: Number(bottom),
      left: columnIndex(left),
      right: columnIndex(right),
    });
  }
}
