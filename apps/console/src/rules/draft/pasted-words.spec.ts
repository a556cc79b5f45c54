import { describe, expect, it } from '@jest/globals';
import { pastedWords } from './pasted-words.js';

describe('words that were pasted', () => {
  it.each([
    ['保本\n高息', ['保本', '高息']],
    [' 保本 \r\n\r\n高息\r\n', ['保本', '高息']],
    ['保本,高息，返利、分红;套路；跑路', ['保本', '高息', '返利', '分红', '套路', '跑路']],
    ['"保本"\t“高息”', ['保本', '高息']],
    ['保本\n保本', ['保本']],
    ['云 养 牛', ['云 养 牛']],
    ['', []],
  ])('%j', (text, words) => {
    expect(pastedWords(text)).toEqual(words);
  });
});
