import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '../accounts/account.js';
import { memoryBed, type AccessBed } from '../testing/access-bed.js';
import type { OpenedSession } from './open-sessions.js';

let bed: AccessBed;
let account: Account;
let first: OpenedSession;
beforeEach(async () => {
  bed = memoryBed();
  account = await bed.add();
  first = await bed.enter();
});

const goOn = async (before: OpenedSession) => {
  const session = await bed.session(before);
  return () => bed.on.work.run((tx) => bed.opening.goOn(tx, account, session));
};

describe('a login that goes on', () => {
  it('has a token of 256 bits that it did not have before', async () => {
    const next = await (await goOn(first))();
    expect(Buffer.from(next.token, 'base64url')).toHaveLength(32);
    expect(next.token).not.toBe(first.token);
    expect(await bed.isOpen(first)).toBe(false);
    expect(await bed.isOpen(next)).toBe(true);
  });

  it('goes on once from each step', async () => {
    const next = await goOn(first);
    await next();
    await expect(next()).rejects.toThrow('这次登录已经结束');
  });

  it('does not go on when it was ended meanwhile', async () => {
    const next = await goOn(first);
    await bed.administer.endAllSessions();
    await expect(next()).rejects.toThrow('这次登录已经结束');
    expect(await bed.on.sessions.openOf(account.id)).toEqual([]);
  });

  it('remembers where it came from', async () => {
    const there = await bed.enter('wang', undefined, '10.0.0.7');
    const next = await (await goOn(there))();
    expect(await bed.session(next)).toMatchObject({ from: '10.0.0.7' });
  });

  it('alone ends the others of the account and nobody else’s', async () => {
    const other = await bed.enter();
    await bed.add({ login: 'li', name: '李某' });
    const foreign = await bed.enter('li');
    const session = await bed.session(first);
    const next = await bed.on.work.run((tx) => bed.opening.goOnAlone(tx, account, session));
    const open = await Promise.all([first, other, foreign, next].map(bed.isOpen));
    expect(open).toEqual([false, false, true, true]);
  });
});
