import type { Freshness, House } from '@risk/assembly';
import type { DeadLetter, Door } from '@risk/intake';

/** How a source stands, for exported files. */
export const FRESHNESS_WORDS: Readonly<Record<Freshness, string>> = {
  ...{ late: '超过约定', fresh: '正常', free: '未约定', never: '未接入' },
};

/** What a source is called; one that nobody registered by its name. */
export const titleOf = ({ sources }: Pick<House, 'sources'>, source: string | null): string =>
  source === null || source === 'unknown' ? '来源不明' : (sources.get(source)?.title ?? source);

/** By which door something came. */
export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  ...{ kafka: 'Kafka', http: '接口', file: '文件', table: '库表交换', desk: '人工录入' },
};

/** From the large to the small, as people look for it; the database keeps no order. */
const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  ...{ file: '文件', sheet: '工作表', row: '行', topic: '主题', partition: '分区', offset: '位移' },
  ...{ table: '表', key: '键', by: '录入', entry: '录入号', id: '编号' },
};
const ORDER = Object.keys(ORIGIN_WORDS);
const rankOf = (name: string): number =>
  ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;

/** One step of the way; elements of a delivery are counted from one, as people count. */
const partWords = (name: string, value: string | number): string => {
  if (name === 'page') return '网上举报页';
  if (name === 'index') return `第 ${Number(value) + 1} 条`;
  return `${ORIGIN_WORDS[name] ?? name} ${value}`;
};

/** Where exactly something came from: 文件 名单.xlsx，行 7. */
export const originWords = (origin: DeadLetter['origin']): string =>
  Object.entries(origin)
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([name, value]) => partWords(name, value))
    .join('，');
