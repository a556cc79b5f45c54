import { expect, it } from '@jest/globals';
import { nameIn } from './fetch-document.js';

it.each([
  [`attachment; filename="_.docx"; filename*=UTF-8''%E7%BA%AA%E8%A6%81.docx`, '纪要.docx'],
  ['attachment; filename="a.docx"', null],
  ['', null],
])('%s is saved as %s', (disposition, name) => {
  expect(nameIn(disposition)).toBe(name);
});
