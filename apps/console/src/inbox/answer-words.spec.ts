import { describe, expect, it } from '@jest/globals';
import { answerWords, faultOfAnswer } from './answer-words.js';

const FILE = { id: '12', name: '现场照片.png' };

describe('an answer', () => {
  it.each([
    [' 已核查。 ', [], '已核查。'],
    ['已核查。', [FILE], '已核查。\n附件：现场照片.png（附件 12）'],
    [
      '已核查。',
      [FILE, { id: '13', name: 'b.pdf' }],
      '已核查。\n附件：现场照片.png（附件 12）、b.pdf（附件 13）',
    ],
  ])('%j with %j is %j', (text, files, words) => {
    expect(answerWords(text, files)).toBe(words);
  });

  it.each([
    ['', [], '请写明'],
    ['  ', [FILE], '请写明'],
    ['字'.repeat(1001), [], '共 1001 个字'],
    ['字'.repeat(990), [FILE], '超过 1000 个字'],
  ])('that cannot be sent says why', (text, files, words) => {
    expect(faultOfAnswer(text, files)).toContain(words);
  });

  it('of the greatest length can be sent', () => {
    expect(faultOfAnswer('字'.repeat(1000), [])).toBeNull();
  });
});
