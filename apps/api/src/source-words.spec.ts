import { expect, it } from '@jest/globals';
import { originWords } from './source-words.js';

it.each([
  [{ index: 0 }, '第 1 条'],
  [{ page: 'report' }, '网上举报页'],
  [{ row: 7, file: '名单.xlsx', sheet: '一月' }, '文件 名单.xlsx，工作表 一月，行 7'],
  [{ topic: 'feed.complaint', partition: 2, offset: '15' }, '主题 feed.complaint，分区 2，位移 15'],
  [{ queue: 'x' }, 'queue x'],
])('a file says %j as %s', (origin, words) => {
  expect(originWords(origin)).toBe(words);
});
