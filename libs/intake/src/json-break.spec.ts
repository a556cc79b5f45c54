import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonBreakAt } from './json-break.js';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"a":1,\n "b":,}', ','],
    ['{"a":1 "b":2}', '"b"'],
    ['[1,2', ''],
    ['{"a":1}}', '}'],
    ['{a:1}', 'a'],
    ['[1,]', ']'],
    ['{"a":tru}', 'tru'],
    ['{"a":"x\ny"}', '"x'],
    ['{,}', ','],
    [']', ']'],
  ])('%j breaks before %j', (text, rest) => {
    const at = jsonBreakAt(text);
    expect(rest === '' ? text.slice(at) : text.slice(at, at + rest.length)).toBe(rest);
  });

  it('is the end for every text that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(jsonBreakAt(json)).toBe(json.length);
      }),
    );
  });

  it('is before the end, or a cut, for every text that is not', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, n) => {
        const cut = json.slice(0, n % (json.length + 1));
        const at = jsonBreakAt(cut);
        expect(at).toBeLessThanOrEqual(cut.length);
        expect(at).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
