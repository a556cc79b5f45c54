import { expect, it } from '@jest/globals';
import { QUEUE_DUE, QUEUE_HUSHED, QUEUE_SORTS, QUEUE_STATES, QUEUE_WHOSE } from '@risk/store';
import type * as read from '../../../console/src/api/queue.js';
import type { Listed } from '../../../console/src/api/listed.js';
import { FILTER_NAMES } from '../../../console/src/queue/queue-source.js';
import * as words from '../../../console/src/queue/queue-words.js';
import type { LiveController } from '../live/live.controller.js';
import { QUEUE_FILTERS } from '../queue/queue-form.js';
import type { QueueController } from '../queue/queue.controller.js';
import type { ViewsController } from '../queue/views.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly list: [Answer<QueueController['list']>, Listed<read.QueueRow>];
  readonly choices: [Answer<QueueController['choices']>, read.QueueChoices];
  readonly bulk: [Answer<QueueController['bulk']>, read.ManyDone];
  readonly views: [Answer<ViewsController['list']>, readonly read.QueueView[]];
  readonly news: [Answer<LiveController['news']>, read.LiveNews];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ list: true, choices: true, bulk: true, views: true, news: true },
};

it('the workbench agrees with the queue on what its doors answer', () => {
  expect(Object.values(DOORS).every(Boolean)).toBe(true);
});

it('and on everything that can be asked for', () => {
  expect(Object.keys(words.DUE_WORDS)).toEqual(QUEUE_DUE);
  expect(Object.keys(words.HUSHED_WORDS)).toEqual(QUEUE_HUSHED);
  expect(Object.keys(words.SORT_WORDS)).toEqual(QUEUE_SORTS);
  expect(Object.keys(words.STATE_WORDS)).toEqual(QUEUE_STATES);
  expect(Object.keys(words.WHOSE_WORDS)).toEqual([...QUEUE_WHOSE, 'all']);
  expect([...FILTER_NAMES, 'ids'].sort()).toEqual([...QUEUE_FILTERS].sort());
});
