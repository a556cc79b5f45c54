import { describe, expect, it } from '@jest/globals';
import { neighboursIn, orderIn } from './neighbours.js';

describe('the alerts beside one', () => {
  it.each([
    ['3', { previous: null, next: '7' }],
    ['7', { previous: '3', next: '5' }],
    ['5', { previous: '7', next: null }],
    ['9', { previous: null, next: null }],
  ])('of %s are those of the queue', (id, beside) => {
    expect(neighboursIn(['3', '7', '5'], id)).toEqual(beside);
  });
});

describe('what a window kept', () => {
  it.each<[string | null, { ids: string[]; back: string }]>([
    [null, { ids: [], back: '' }],
    ['{"ids":["3","7"],"back":"tier=red"}', { ids: ['3', '7'], back: 'tier=red' }],
    ['{"ids":["3",7],"back":""}', { ids: ['3'], back: '' }],
    ['{"ids":"3","back":""}', { ids: [], back: '' }],
    ['{"ids":[]}', { ids: [], back: '' }],
  ])('%s is an order or nothing', (text, order) => {
    expect(orderIn(text)).toEqual(order);
  });
});
