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
