import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonText } from './json-text.js';

it('says the same as JSON, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('keeps on a line what fits there, and breaks what does not', () => {
  const long = '长'.repeat(60);
  expect(jsonText({ a: [1, 2], b: undefined })).toBe('{"a":[1,2]}');
  expect(jsonText({ a: [1, 2], b: [long, long], c: undefined })).toBe(
    `{\n  "a": [1,2],\n  "b": [\n    "${long}",\n    "${long}"\n  ]\n}`,
  );
});
