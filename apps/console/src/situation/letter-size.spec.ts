import { describe, expect, it } from '@jest/globals';
import { letterSize } from './letter-size.js';

describe('the letters of the wall', () => {
  it.each([
    ['a desk', 1366, 768, 14.2],
    ['a full HD screen', 1920, 1080, 20],
    ['a 4K screen', 3840, 2160, 40],
    ['a wide wall, where height is scarce', 5760, 1080, 20],
    ['a telephone, on which they stay readable', 375, 812, 12],
  ])('fit %s', (_, width, height, size) => {
    expect(letterSize(width, height)).toBe(size);
  });
});
