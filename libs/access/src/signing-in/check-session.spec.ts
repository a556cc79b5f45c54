import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '../accounts/account.js';
import { InMemoryAccess } from '../testing/in-memory-access.js';
import { AccessBed } from '../testing/access-bed.js';
import type { OpenedSession } from './open-sessions.js';

let on: InMemoryAccess;
let bed: AccessBed;
let account: Account;
let opened: OpenedSession;
beforeEach(async () => {
  on = new InMemoryAccess();
  bed = new AccessBed(on);
  account = await bed.add();
  opened = await bed.enter();
});

const ask = (isLife = true) => bed.check.run(opened.token, isLife);

describe('a session', () => {
  it('is known by its token alone, which is kept nowhere', async () => {
    expect(await ask()).toMatchObject({ account: { login: 'wang' }, session: { stage: 'in' } });
    expect(opened.token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await on.sessions.openOf(account.id))).not.toContain(opened.token);
    for (const token of ['', 'x', opened.token.slice(1), `${opened.token} `])
      expect(await bed.check.run(token, true)).toBeNull();
  });

  it('lives as long as somebody sits before it, and no longer than twelve hours', async () => {
    for (let n = 0; n < 12 * 60 - 20; n += 20) {
      bed.wait(20);
      expect(await ask()).not.toBeNull();
    }
    bed.wait(20);
    expect(await ask()).toBeNull();
    expect(on.sessions.ends).toEqual(['longest']);
  });

  it('ends after half an hour without life, and stays ended', async () => {
    bed.wait(30);
    expect(await ask()).toBeNull();
    expect(await ask()).toBeNull();
    expect(on.sessions.ends).toEqual(['idle']);
  });

  it('is not kept awake by a screen that refreshes itself', async () => {
    for (const expected of [true, true, false]) {
      bed.wait(10);
      expect((await ask(false)) !== null).toBe(expected);
    }
  });

  it('stays awake before a wall, where nobody sits, but no longer than any other', async () => {
    await bed.set(account.id, { roles: ['wall'] });
    for (let n = 0; n < 12 * 60 - 20; n += 20) {
      bed.wait(20);
      expect(await ask(false)).not.toBeNull();
    }
    bed.wait(20);
    expect(await ask(false)).toBeNull();
    expect(on.sessions.ends).toEqual(['longest']);
  });

  it('notes life once a minute and not at every request', async () => {
    const seen = async () => (await on.sessions.openOf(account.id))[0]!.seenAt;
    const at = bed.clock.now();
    bed.clock.advance(59_999);
    await ask();
    expect(await seen()).toEqual(at);
    bed.clock.advance(1);
    await ask();
    expect(await seen()).toEqual(bed.clock.now());
  });

  it('ends on its owner’s word', async () => {
    const { session } = (await ask())!;
    await bed.signOut.run(session);
    expect(await ask()).toBeNull();
    await expect(bed.signOut.run(session)).resolves.toBeUndefined();
    expect(on.sessions.ends).toEqual(['signed-out']);
  });

  it.each<[string, Partial<Account>]>([
    ['is disabled', { state: 'disabled' }],
    ['waits again', { state: 'pending' }],
    ['is over', { validUntil: '2026-11-01' }],
  ])('does nothing at the next request when the account %s', async (_what, more) => {
    await bed.set(account.id, more);
    expect(await ask()).toBeNull();
  });

  it('goes on when somebody else locks the account by failing', async () => {
    await bed.fail(5);
    expect(await ask()).not.toBeNull();
  });

  it('holds what the account is by now, not what it was', async () => {
    await bed.set(account.id, { roles: ['head'], unit: 'gaj' });
    expect((await ask())!.account).toMatchObject({ roles: ['head'], unit: 'gaj' });
  });
});

describe('what a session still owes', () => {
  const stage = async () => (await ask())!.session.stage;

  it('is a second factor as soon as a role needs one', async () => {
    await bed.set(account.id, { roles: ['monitor'], unit: 'jrb' });
    expect(await stage()).toBe('enrol');
  });

  it('is a new password as soon as the old one is stale', async () => {
    bed.clock.goTo('2026-01-01T00:00:00+08:00');
    await bed.set(account.id, { passwordAt: bed.clock.now() });
    opened = await bed.enter();
    await bed.set(account.id, { passwordAt: new Date('2025-10-03T00:00:00+08:00') });
    expect(await stage()).toBe('new-password');
  });

  it('is not forgiven by a change of rights', async () => {
    const holder = await bed.addWithFactor({ login: 'li', name: '李某' });
    opened = await bed.enter('li');
    await bed.set(holder.id, { roles: ['head'] });
    expect(await stage()).toBe('second-factor');
  });

  it('is nothing after the code, whatever the role', async () => {
    const holder = await bed.addWithFactor({ login: 'li', name: '李某' });
    opened = await bed.enterWithFactor('li');
    await bed.set(holder.id, { roles: ['monitor'], unit: 'jrb' });
    expect(await stage()).toBe('in');
  });
});
