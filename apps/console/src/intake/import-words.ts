import type { ImportLine, ImportState, PlanRow } from '../api/intake.js';
import type { Standing } from '../shown/standing.js';

/** How an import stands, in a word with its sign. */
export const STATES: Readonly<
  Record<ImportState, { readonly word: string; readonly standing: Standing }>
> = {
  uploaded: { word: '待确认', standing: 'waiting' },
  running: { word: '导入中', standing: 'waiting' },
  done: { word: '已完成', standing: 'good' },
  cancelled: { word: '已取消', standing: 'off' },
  failed: { word: '失败', standing: 'bad' },
};

export const KINDS = { xlsx: 'Excel 工作簿', csv: 'CSV', jsonl: 'JSONL', json: 'JSON' } as const;

const ENCODINGS: Readonly<Record<string, string>> = {
  ...{ 'utf-8': 'UTF-8', gb18030: 'GB18030（GBK）', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' },
};

export const encodingWord = (encoding: string): string => ENCODINGS[encoding] ?? encoding;

/** What became of the rows, in a sentence. */
export function resultWords({ stored, duplicate, refused, raised, upgraded }: ImportLine): string {
  const parts = [`入库 ${String(stored)}`, `重复 ${String(duplicate)}`, `出错 ${String(refused)}`];
  const alerts =
    raised + upgraded > 0 ? `；新预警 ${String(raised)}，升级 ${String(upgraded)}` : '';
  return parts.join('，') + alerts;
}

/** How far an import is, of a hundred; a file without rows is through. */
export const percentOf = ({ rows, total }: Pick<ImportLine, 'rows' | 'total'>): number =>
  total === 0 ? 100 : Math.min(100, Math.floor((100 * rows) / total));

/** What pressing the button does, as far as the first rows tell. */
export function startWords(total: number, shown: readonly Pick<PlanRow, 'reason'>[]): string {
  const bad = shown.filter(({ reason }) => reason !== null).length;
  if (bad === 0) return `导入 ${total.toLocaleString('en')} 行`;
  if (total > shown.length) return `导入 ${total.toLocaleString('en')} 行里能导入的`;
  return `导入 ${String(total - bad)} 行，另 ${String(bad)} 行不能导入`;
}
