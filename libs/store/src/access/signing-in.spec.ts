import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessBed, codeAt, PASSWORD } from '../../../access/src/testing/access-bed.js';
import { hashesOfCodes } from '../../../access/src/signing-in/recovery-codes.js';
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
const openSessions = async (id: string) => (await bed.on.sessions.openOf(id)).length;

/** Sessions before the second factor of an account that no number of failures locks. */
async function manyHalves(count: number) {
  const account = await bed.addWithFactor();
  const halves = await Promise.all(times(count, () => bed.enter()));
  const sessions = await Promise.all(halves.map((half) => bed.session(half)));
  // Only the code decides here, not the lock after five wrong ones.
  await bed.set(account.id, { failures: -1000 });
  return { id: account.id, sessions };
}

describe('fifty at once with', () => {
  it('one one-time code are one login', async () => {
    const { id, sessions } = await manyHalves(50);
    const code = codeAt(bed.clock.now());
    const uses = sessions.map((one) => bed.secondFactor.run(one, code));
    expect(await admitted(uses, /已经用过/)).toBe(1);
    expect(await openSessions(id)).toBe(50);
  });

  it('one one-time code in one session are one login', async () => {
    const { id, sessions } = await manyHalves(1);
    const code = codeAt(bed.clock.now());
    const uses = times(50, () => bed.secondFactor.run(sessions[0]!, code));
    expect(await admitted(uses, /已经用过/)).toBe(1);
    expect(await openSessions(id)).toBe(1);
  });

  it('two one-time codes, pair by pair, are one login a code', async () => {
    const { sessions } = await manyHalves(25);
    const soon = new Date(bed.clock.now().getTime() + 30_000);
    const codes = [codeAt(bed.clock.now()), codeAt(soon)];
    const uses = sessions.flatMap((one) => codes.map((code) => bed.secondFactor.run(one, code)));
    const count = await admitted(uses, /已经用过|已经结束/);
    // One when the later code came first: it makes the earlier worthless.
    expect([1, 2]).toContain(count);
  });

  it('wrong codes lock the account after five, and nobody waits for ever', async () => {
    const { id } = await bed.addWithFactor();
    const session = await bed.session(await bed.enter());
    const uses = times(50, () => bed.secondFactor.run(session, '000000'));
    expect(await admitted(uses, /暂时锁定/)).toBe(0);
    expect(await bed.account(id)).toMatchObject({ failures: 0 });
    expect((await bed.account(id)).lockedUntil).not.toBeNull();
  });

  it('the wrong password lock the account after five, before a right one behind them', async () => {
    const { id } = await bed.add();
    await admitted(
      times(50, () => bed.enter('wang', 'nicht-dieses-9')),
      /暂时锁定/,
    );
    await expect(bed.enter()).rejects.toThrow('暂时锁定');
    expect(await bed.account(id)).toMatchObject({ failures: 0 });
  });

  it('the right password are fifty sessions', async () => {
    const { id } = await bed.add();
    expect(
      await admitted(
        times(50, () => bed.enter()),
        /./,
      ),
    ).toBe(50);
    expect(await openSessions(id)).toBe(50);
  });
});

describe('two at once', () => {
  it('use one recovery code once, and two codes twice', async () => {
    const { id, sessions } = await manyHalves(4);
    const { accounts, work } = bed.on;
    const codes = ['abcd-efgh-jkmn-pqrs', 'bcde-fghj-kmnp-qrst'];
    const hashes = await hashesOfCodes(codes);
    await work.run((tx) => accounts.keepRecovery(tx, id, hashes));
    const uses = sessions.map((one, at) => bed.secondFactor.run(one, codes[at % 2]!));
    expect(await admitted(uses, /已经用过/)).toBe(2);
    expect(await work.run((tx) => accounts.recoveryOf(tx, id))).toEqual([]);
  });

  it('bind one second factor', async () => {
    const account = await bed.add();
    const sessions = await Promise.all(times(2, async () => bed.session(await bed.enter())));
    const secret = Buffer.from('another secret of 20');
    const place = `second-factor-offer:${account.id}`;
    const offer = bed.on.sealing.seal(secret, place).toString('base64url');
    const code = codeAt(bed.clock.now(), secret);
    const binds = sessions.map((one) => bed.enrol.run(one, offer, code));
    expect(await admitted(binds, /已经绑定|已经结束/)).toBe(1);
    expect(await openSessions(account.id)).toBe(1);
  });

  it('change the password once', async () => {
    const account = await bed.add();
    const sessions = await Promise.all(times(2, async () => bed.session(await bed.enter())));
    const changes = sessions.map((one, at) =>
      bed.password.run(one, PASSWORD, `Qingsong-${at}-Baishi`),
    );
    expect(await admitted(changes, /刚刚被改过|不正确|已经结束/)).toBe(1);
    expect(await openSessions(account.id)).toBe(1);
  });

  it('become the first administrator once', async () => {
    const first = bed.first();
    const code = (await first.wanted())!;
    const come = (login: string) =>
      first.run({ code, login, name: login, password: PASSWORD, from: null });
    expect(await admitted(['boss', 'chef'].map(come), /已经有系统管理员/)).toBe(1);
    expect(await bed.on.accounts.holders('system-admin', '2026-11-02')).toBe(1);
  });

  it('become the first administrator once, also of two processes', async () => {
    const processes = [bed.first(), bed.first()];
    const come = processes.map(async (first, at) =>
      first.run({
        ...{ code: (await first.wanted())!, login: `boss${at}`, name: `boss${at}` },
        ...{ password: PASSWORD, from: null },
      }),
    );
    expect(await admitted(come, /已经有系统管理员/)).toBe(1);
  });

  it('who disable each other leave one administrator', async () => {
    const [one, other] = [
      await bed.administrator('system-admin', 'one'),
      await bed.administrator('system-admin', 'other'),
    ];
    const both = [bed.administer.disable(one.id, other), bed.administer.disable(other.id, one)];
    expect(await admitted(both, /最后一个/)).toBe(1);
    expect(await bed.on.accounts.holders('system-admin', '2026-11-02')).toBe(1);
  });

  it('made as first security administrators are one, and one who waits', async () => {
    const sys = await bed.administrator('system-admin', 'sys');
    const wish = {
      unit: 'jrb',
      roles: ['security-admin'],
      regions: null,
      validUntil: null,
    } as const;
    await Promise.all(
      ['sec1', 'sec2'].map((login) => bed.administer.make({ login, name: login, ...wish }, sys)),
    );
    expect(await bed.on.accounts.holders('security-admin', '2026-11-02')).toBe(1);
  });
});

describe('whoever comes in while the account', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['is being disabled', async (id) => bed.administer.disable(id, await sys())],
    ['gets another password', async (id) => bed.resetting.run(id, await sys())],
  ])('%s has no session afterwards', async (_what, change) => {
    const { id } = await bed.add({ mustChange: true });
    await sys();
    await Promise.allSettled([
      ...times(10, () => bed.enter()),
      change(id),
      ...times(10, () => bed.enter()),
    ]);
    expect(await openSessions(id)).toBe(0);
  });

  const sys = async () => {
    const there = await bed.on.accounts.byLogin('sys');
    return there ? bed.person(there) : bed.administrator('system-admin', 'sys');
  };
});

describe('a login that goes on while an administrator ends', () => {
  /** Resolves once somebody waits for a lock. */
  const somebodyWaits = async (): Promise<void> => {
    const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await db.database.rows(sql)).length === 0) await new Promise(setImmediate);
  };

  it.each<[string, (id: string) => Promise<number>]>([
    ['its sessions', (id) => bed.administer.endSessionsOf(id)],
    ['all sessions', () => bed.administer.endAllSessions()],
  ])('%s, ends with them', async (_what, end) => {
    const account = await bed.add();
    const session = await bed.session(await bed.enter());
    const { work, accounts } = bed.on;
    let ending: Promise<number> | undefined;
    await work.run(async (tx) => {
      await accounts.lock(tx, account.id);
      await bed.opening.goOn(tx, account, session);
      ending = end(account.id);
      await somebodyWaits();
    });
    expect(await ending).toBe(1);
    expect(await openSessions(account.id)).toBe(0);
  });
});
