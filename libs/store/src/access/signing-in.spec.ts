import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessBed, CITY, codeAt, PASSWORD } from '../../../access/src/testing/access-bed.js';
import { pgAccessStores } from '../testing/pg-access.js';
import { storeDatabase } from '../testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let bed: AccessBed;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  bed = new AccessBed(await pgAccessStores(db.database));
});

/** How many of many attempts at once came through; the rest were refused in the words given. */
async function admitted(attempts: readonly Promise<unknown>[], refusal: RegExp): Promise<number> {
  const ends = await Promise.allSettled(attempts);
  for (const end of ends)
    if (end.status === 'rejected') expect(String(end.reason)).toMatch(refusal);
  return ends.filter(({ status }) => status === 'fulfilled').length;
}

const times = <T>(count: number, act: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => act(at));

describe('fifty logins at once with one one-time code', () => {
  it('are one login', async () => {
    const { id } = await bed.addWithFactor();
    const opened = await Promise.all(times(3, () => bed.enter()));
    const sessions = await Promise.all(opened.map((one) => bed.session(one)));
    // Only the code decides here, not the lock after five wrong ones.
    await bed.set(id, { failures: -1000 });
    const code = codeAt(bed.clock.now());
    const uses = times(50, (at) => bed.secondFactor.run(sessions[at % 3]!, code));
    expect(await admitted(uses, /已经用过/)).toBe(1);
  });
});
