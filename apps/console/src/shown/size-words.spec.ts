import { expect, it } from '@jest/globals';
import { sizeWords } from './size-words.js';

it.each([
  [1, '1 KB'],
  [20_480, '20 KB'],
  [200_000, '195 KB'],
  [1_048_576, '1 MB'],
  [1_572_864, '1.5 MB'],
  [3_500_000, '3.3 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
