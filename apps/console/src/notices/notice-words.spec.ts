import { expect, it } from '@jest/globals';
import type { NoticeState } from '../api/notices.js';
import { settleActsFor } from './notice-words.js';

it.each<[NoticeState, readonly string[]]>([
  ['unknown', ['已收到', '没有收到', '重发']],
  ['refused', ['重发']],
  ['sent', []],
  ['pending', []],
  ['moot', []],
])('of a notice that is %s one can say %j', (state, titles) => {
  expect(settleActsFor(state).map(({ title }) => title)).toEqual(titles);
});
