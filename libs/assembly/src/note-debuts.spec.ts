import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PgUnitOfWork } from '@risk/store';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { storeDatabase } from '../../store/src/testing/store-database.js';
import type { Engines } from './compile-engines.js';
import { NoteDebuts } from './note-debuts.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

const inForce = (rules: string, codes: readonly string[]) =>
  ({
    versions: { rules, lexicon: 'l1' },
    judging: { codes: new Set(codes) },
  }) as unknown as Engines;

describe('the codes of the house', () => {
  it('are not new at its beginning; what comes with other rules is', async () => {
    const clock = new FakeClock('2026-11-27T09:00:00+08:00');
    const work = new PgUnitOfWork(db.database);
    let engines = inForce('r1', ['a', 'b']);
    const follows = {
      get versions() {
        return engines.versions;
      },
      get judging() {
        return engines.judging;
      },
    };
    const note = new NoteDebuts(follows, work, clock);
    await note.run();
    engines = inForce('r2', ['a', 'b', 'c']);
    clock.goTo('2026-11-28T09:00:00+08:00');
    await note.run();
    await new NoteDebuts(inForce('r2', ['a', 'c']), work, clock).run();
    const rows = await db.database.rows<{ code: string; first_at: string }>(
      'select code, first_at::text from code_debut order by code',
    );
    expect(rows.map(({ code, first_at }) => [code, first_at === '-infinity'])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });
});
