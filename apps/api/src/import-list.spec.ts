import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());
beforeEach(() => {
  doors.house.answers.asked.length = 0;
});

const LATEST = { limit: 50, after: null, sort: 'madeAt', isDescending: true, state: null };

it('one’s own imports come page by page, and whether one runs is told beside', async () => {
  const { status, json } = await doors.ask('/api/imports');
  expect(status).toBe(200);
  expect(json).toMatchObject({
    rows: [{ state: 'uploaded' }],
    next: null,
    total: 1,
    isRunning: false,
  });
  expect(doors.house.answers.asked[0]).toEqual({ imports: LATEST });
});

it('they are sorted, kept to a state and saved as asked', async () => {
  const wish = 'sort=fileName&state=failed';
  for (const path of [`/api/imports?${wish}`, `/api/imports/export?${wish}`]) {
    doors.house.answers.asked.length = 0;
    expect((await doors.ask(path)).status).toBe(200);
    expect(doors.house.answers.asked[0]).toMatchObject({
      imports: { sort: 'fileName', isDescending: false, state: 'failed' },
    });
  }
});

it.each(['sort=rows', 'state=lost', 'page=2'])('%s is refused', async (odd) => {
  for (const path of ['/api/imports', '/api/imports/export'])
    expect((await doors.ask(`${path}?${odd}`)).status).toBe(422);
});
