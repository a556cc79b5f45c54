import { expect, it } from '@jest/globals';
import { citation } from './citation.js';

it.each([
  [{ law: '防范和处置非法集资条例', article: '第二条' }, '防范和处置非法集资条例第二条'],
  [{ law: '防范和处置非法集资条例' }, '防范和处置非法集资条例'],
  [
    { law: '本地默认', article: '惠州等地通告列举的金融黑灰产' },
    '本地默认：惠州等地通告列举的金融黑灰产',
  ],
  [{ law: '本地默认' }, '本地默认'],
])('%j is cited as %s', (source, words) => {
  expect(citation(source)).toBe(words);
});
