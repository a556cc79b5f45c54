import { describe, expect, it } from '@jest/globals';
import type { QueueView } from '../api/queue.js';
import { placeOf } from './view-places.js';

const view = (id: string, isShared: boolean): QueueView => ({
  ...{ id, isShared, name: id, query: '', madeBy: '张某', count: 1, isMine: true },
});

describe('the place of a view', () => {
  const views = [view('a', true), view('b', true), view('c', false), view('d', false)];
  it.each([
    ['a', { at: 1, of: 2 }],
    ['b', { at: 2, of: 2 }],
    ['c', { at: 1, of: 2 }],
    ['d', { at: 2, of: 2 }],
  ])('%s is counted among its kind', (id, place) => {
    expect(
      placeOf(
        views,
        views.find((one) => one.id === id)!,
      ),
    ).toEqual(place);
  });
});
