import type { Freshness } from '@risk/assembly';
import type { Door } from '@risk/intake';

/** How a source stands, for exported files. */
export const FRESHNESS_WORDS: Readonly<Record<Freshness, string>> = {
  ...{ late: '超过约定', fresh: '正常', free: '未约定', never: '未接入' },
};

/** By which door something came. */
export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  ...{ kafka: 'Kafka', http: '接口', file: '文件', table: '库表交换', desk: '人工录入' },
};
