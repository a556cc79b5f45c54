import type { DoorCode, Freshness, SourceLine } from '../api/sources.js';
import type { Standing } from '../shown/standing.js';

/** How a source stands, in a word with its sign. */
export const FRESHNESS: Readonly<
  Record<Freshness, { readonly word: string; readonly standing: Standing }>
> = {
  late: { word: '超过约定', standing: 'bad' },
  fresh: { word: '正常', standing: 'good' },
  free: { word: '未约定', standing: 'off' },
  never: { word: '未接入', standing: 'off' },
};

export const DOORS: Readonly<Record<DoorCode, string>> = {
  ...{ kafka: 'Kafka', http: '接口', file: '文件', table: '库表交换', desk: '人工录入' },
};

/** How often a source is expected: 24 小时（工作日）, 7 天. */
export function rhythmWords({
  expectHours,
  workingDaysOnly,
}: Pick<SourceLine, 'expectHours' | 'workingDaysOnly'>): string {
  if (expectHours === null) return '—';
  const span =
    expectHours % 24 === 0 && expectHours > 48
      ? `${String(expectHours / 24)} 天`
      : `${String(expectHours)} 小时`;
  return workingDaysOnly ? `${span}（工作日）` : span;
}

const ORIGINS: Readonly<Record<string, string>> = {
  ...{ file: '文件', sheet: '工作表', row: '行', topic: '主题' },
  ...{ partition: '分区', offset: '位移', table: '表', key: '键', by: '录入', entry: '录入号' },
  ...{ id: '编号' },
};

const ORDER = Object.keys(ORIGINS);
const rankOf = (name: string): number =>
  ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;

/** One step of the way; elements of a delivery are counted from one, as people count. */
const partWords = (name: string, value: string | number): string =>
  name === 'index'
    ? `第 ${String(Number(value) + 1)} 条`
    : `${ORIGINS[name] ?? name} ${String(value)}`;

/** Where exactly something came from, from the large to the small: 文件 名单.xlsx，行 7. */
export const originWords = (origin: Readonly<Record<string, string | number>>): string =>
  Object.entries(origin)
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([name, value]) => partWords(name, value))
    .join('，');
