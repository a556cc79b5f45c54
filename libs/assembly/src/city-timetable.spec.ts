import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@risk/settings';
import { CityTimetable } from './city-timetable.js';
import { compileEngines } from './compile-engines.js';

let timetable: CityTimetable;
beforeAll(async () => {
  const { routing, handling } = compileEngines(await loadConfig('config'));
  timetable = new CityTimetable(routing, handling);
});

const at = (moment: string): Date => new Date(`${moment}+08:00`);

describe('the deadline after a pause', () => {
  it.each([
    ['had time left', '2026-11-26T10:00', '2026-11-27T10:00', '2026-12-01T10:00'],
    ['had passed already', '2026-11-28T10:00', '2026-11-27T10:00', '2026-11-27T10:00'],
    ['passed at that very moment', '2026-11-27T10:00', '2026-11-27T10:00', '2026-11-27T10:00'],
  ])('of a duty that %s', (_name, pausedAt, due, after) => {
    const now = at('2026-11-30T10:00');
    expect(timetable.dueAfterPause('jrb', at(due), at(pausedAt), now)).toEqual(at(after));
  });
});
