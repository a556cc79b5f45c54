import { describe, expect, it } from '@jest/globals';
import { objectOf, oneOf, type Shape } from './shape.js';

const NULL: Shape = { type: 'null' };
const TEXT: Shape = { type: 'string' };
const MOMENT: Shape = { type: 'string', format: 'date-time' };
const NUMBER: Shape = { type: 'number' };
const list = (items: Shape): Shape => ({ type: 'array', items });
const named = objectOf([
  ['id', TEXT, 'must'],
  ['name', TEXT, 'must'],
]);
const timed = objectOf([
  ['id', TEXT, 'must'],
  ['at', MOMENT, 'must'],
]);

describe('one of some shapes', () => {
  it.each<[string, Shape[], Shape]>([
    ['the same twice', [TEXT, TEXT], TEXT],
    ['a text or nothing', [TEXT, NULL], { type: ['string', 'null'] }],
    ['nothing', [NULL], NULL],
    ['a moment or nothing', [NULL, MOMENT], { type: ['string', 'null'], format: 'date-time' }],
    ['a moment or a text', [MOMENT, TEXT], TEXT],
    ['a text or a number', [TEXT, NUMBER], { anyOf: [TEXT, NUMBER] }],
    ['a text, a number or nothing', [TEXT, NULL, NUMBER], { anyOf: [TEXT, NUMBER, NULL] }],
    ['what was one of some', [{ anyOf: [TEXT, NUMBER] }, NUMBER], { anyOf: [TEXT, NUMBER] }],
    ['lists', [list(TEXT), list(NULL)], list({ type: ['string', 'null'] })],
    ['anything', [TEXT, {}], {}],
    ['tables', [objectOf([['a-b', TEXT, 'must']]), named], objectOf([['a-b', TEXT, 'must']])],
  ])('%s', (_name, shapes, shape) => {
    expect(oneOf(shapes)).toEqual(shape);
  });

  it('of objects requires what all must have, and tells what any may have', () => {
    expect(oneOf([named, timed, NULL])).toEqual({
      type: ['object', 'null'],
      properties: { id: TEXT, name: TEXT, at: MOMENT },
      required: ['id'],
    });
  });
});

describe('an object', () => {
  it('requires nothing when it may lack everything', () => {
    const parts = objectOf([['id', TEXT, 'may']]);
    expect(parts).toEqual({ type: 'object', properties: { id: TEXT } });
  });
});
