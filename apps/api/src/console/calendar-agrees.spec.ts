import { expect, it } from '@jest/globals';
import type * as told from '../../../console/src/api/calendar.js';
import type { CalendarController } from '../calendar.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly year: [Answer<CalendarController['year']>, told.CalendarYear];
  readonly count: [Answer<CalendarController['count']>, told.ToldCount];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = { year: true, count: true };

it('the workbench reads of the calendar what its doors answer', () => {
  expect(Object.values(DOORS)).toEqual([true, true]);
});
