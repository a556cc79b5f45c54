import { describe, expect, it } from '@jest/globals';
import { saysSample } from './says-sample.js';

describe('a title', () => {
  it.each([
    ['［样例］【新预警·红色】鑫源财富（疑似非法集资）', true],
    ['【样例】【日报】非法金融活动风险监测情况（第12期）', true],
    ['【新预警·红色】鑫源财富（疑似非法集资）', false],
    ['样例镇的一家店', false],
    [null, false],
  ])('%s says by itself that it is a sample: %s', (words, says) => {
    expect(saysSample(words)).toBe(says);
  });
});
