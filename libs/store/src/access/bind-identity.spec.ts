import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IdentityBed } from '../../../access/src/testing/identity-bed.js';
import { PgUnitOfWork } from '../pg-unit-of-work.js';
import { storeDatabase } from '../testing/store-database.js';
import { VaultCipher } from '../vault-cipher.js';
import { PgAccounts } from './pg-accounts.js';
import { PgSessions } from './pg-sessions.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let bed: IdentityBed;
beforeAll(async () => {
  db = await storeDatabase();
  bed = new IdentityBed(false, {
    accounts: new PgAccounts(db.database),
    sessions: new PgSessions(db.database),
    sealing: new VaultCipher(Buffer.alloc(32, 3)),
    work: new PgUnitOfWork(db.database),
  });
});
afterAll(() => db.drop());

it('ten accounts that bind one identity at once: one has it, and it opens that one', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, (_, at) => bed.add(`person-${at}`)));
  const sessions = await Promise.all(ids.map((id) => bed.session(id)));
  const arrivals = await Promise.all(sessions.map((one) => bed.backToBind(one, 'same')));
  const ends = await Promise.allSettled(
    sessions.map((one, at) => bed.bind.run(one, arrivals[at]!)),
  );
  const bound = ids.filter((_, at) => ends[at]!.status === 'fulfilled');
  expect(bound).toHaveLength(1);
  expect(await bed.enter('same')).toMatchObject({ accountId: bound[0], stage: 'in' });
  // Whoever lost the race is told to try again, and then in words.
  for (const end of ends)
    if (end.status === 'rejected') expect(String(end.reason)).toMatch(/Unavailable|Conflict/);
  const loser = ids.findIndex((id) => id !== bound[0]);
  await expect(bed.bind.run(sessions[loser]!, arrivals[loser]!)).rejects.toThrow(
    '一个身份只能绑定一个账号',
  );
});
