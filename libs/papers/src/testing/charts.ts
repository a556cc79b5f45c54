import type { Chart } from '@risk/domain';
import type { Drawing, Measure, Words } from '../charts/drawing.js';

type Of<K extends Chart['kind']> = Extract<Chart, { kind: K }>;

/** Widths as a typeface has them, near enough to lay charts without one: Chinese a whole, Latin half. */
export const roughly: Measure = (text, size) =>
  Array.from(text).reduce((sum, char) => sum + (char < '\u2000' ? 0.55 : 1), 0) * size;

/** Bars with these values. */
export const barsOf = (...values: readonly number[]): Of<'bars'> => ({
  kind: 'bars',
  title: '各县市区线索',
  unit: '件',
  bars: values.map((value, i) => ({ label: `第${i + 1}县`, value })),
});

/** Lines with these values over as many days. */
export const trendOf = (...lines: readonly (readonly (number | null)[])[]): Of<'trend'> => ({
  kind: 'trend',
  title: '三十日走势',
  unit: '件',
  axis: Array.from({ length: Math.max(...lines.map((l) => l.length)) }, (_, i) => `9月${i + 1}日`),
  series: lines.map((values, i) => ({ label: `来源${i + 1}`, values })),
});

const NAMES = [
  '李某某',
  '郴州市某某投资管理咨询有限公司',
  '0735-2221***',
  '湖南瑞丰生态农业发展股份公司',
];
const CORDS = ['股东', '法定代表人', '同一电话', '同一地址'];

/** A centre with so many around it, and so many more behind those. */
export function networkOf(near: number, far: number): Of<'network'> {
  const ids = Array.from({ length: 1 + near + far }, (_, i) => i);
  return {
    kind: 'network',
    title: '关联',
    knots: ids.map((i) => ({ id: `k${i}`, label: NAMES[i % 4] ?? '', isCentre: i === 0 })),
    cords: ids.slice(1).map((i) => ({
      from: i <= near ? 'k0' : `k${((i - 1) % near) + 1}`,
      to: `k${i}`,
      label: CORDS[i % 4] ?? '',
    })),
  };
}

/** All lines of text of a drawing. */
export const wordsIn = ({ marks }: Drawing): readonly Words[] =>
  marks.filter((mark) => mark.kind === 'words');
