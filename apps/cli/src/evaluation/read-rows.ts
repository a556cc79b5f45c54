import { Invalid } from '@risk/kit';
import type { EvaluationSet, Row } from './sets.js';

/** The rows of a set; one that is none, or lacks a text that is judged, would be measured as if it were innocent. */
export function readRows(text: string, { file, texts }: EvaluationSet): Row[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${file} 第 ${index + 1} 行`;
    const row = parsed(line, where);
    if (!isRow(row)) throw new Invalid(`${where}应为一个 JSON 对象`);
    const wrong = texts.find((key) => typeof row[key] !== 'string');
    if (wrong !== undefined) throw new Invalid(`${where}：${wrong} 应为文字`);
    return [row];
  });
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw new Invalid(`${where}不是 JSON`, {}, { cause });
  }
}
