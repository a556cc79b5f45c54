import { describe, expect, it } from '@jest/globals';
import { nameIn } from './save-file.js';

describe('the name of a file that is saved', () => {
  it.each([
    ['attachment; filename="__.docx"; filename*=UTF-8\'\'%E8%8D%89%E7%A8%BF.docx', '草稿.docx'],
    ['attachment; filename="a.zip"', 'a.zip'],
    ['', null],
  ])('of %s is %s', (disposition, name) => {
    expect(nameIn(disposition)).toBe(name);
  });
});
