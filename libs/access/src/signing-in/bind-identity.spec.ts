import { beforeEach, describe, expect, it } from '@jest/globals';
import { personOf } from '../accounts/account.js';
import { ISSUER } from '../testing/fake-identity-provider.js';
import { IdentityBed, OWN_PASSWORD } from '../testing/identity-bed.js';
import type { Session } from './session.js';

let bed: IdentityBed;
let id: string;
let session: Session;
beforeEach(async () => {
  bed = new IdentityBed();
  id = await bed.add('wang');
  session = await bed.session(id);
});

describe('binding an identity', () => {
  it('lets its owner come in by it from then on', async () => {
    await bed.bind.run(session, await bed.backToBind(session, 'wang'));
    expect((await bed.account(id)).identity).toEqual({ issuer: ISSUER, subject: 'wang' });
    expect(await bed.enter('wang')).toMatchObject({ accountId: id, stage: 'in' });
  });

  it('asks for the password first, and a wrong one counts as at the door', async () => {
    await expect(bed.bind.begin(session, 'wrong')).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
    expect((await bed.account(id)).failures).toBe(1);
  });

  it('of one account to a second is refused in words', async () => {
    await bed.addBound('li', 'li');
    await expect(bed.bind.run(session, await bed.backToBind(session, 'li'))).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('一个身份只能绑定一个账号'),
    });
    expect((await bed.account(id)).identity).toBeNull();
  });

  it('a second one to the same account is refused before anybody goes there', async () => {
    await bed.bind.run(session, await bed.backToBind(session, 'wang'));
    await expect(bed.bind.begin(session, OWN_PASSWORD)).rejects.toMatchObject({
      kind: 'conflict',
      message: '这个账号已经绑定了政务身份，要换请先解除',
    });
  });

  it('a second one on its way at the same time is refused as well', async () => {
    const [one, other] = [
      await bed.backToBind(session, 'wang'),
      await bed.backToBind(session, 'wang-2'),
    ];
    await bed.bind.run(session, one);
    await bed.bind.run(session, one);
    await expect(bed.bind.run(session, other)).rejects.toThrow('已经绑定了另一个政务身份');
  });

  it('that one account began does not end at another', async () => {
    const arrival = await bed.backToBind(session, 'wang');
    const others = await bed.session(await bed.add('li'));
    await expect(bed.bind.run(others, arrival)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is for those who have proven all', async () => {
    const arrival = await bed.backToBind(session, 'wang');
    const halfway = { ...session, stage: 'second-factor' } as const;
    await expect(bed.bind.begin(halfway, OWN_PASSWORD)).rejects.toThrow('请先完成登录');
    await expect(bed.bind.run(halfway, arrival)).rejects.toThrow('请先完成登录');
    await expect(bed.bind.unbind(halfway, OWN_PASSWORD)).rejects.toThrow('请先完成登录');
  });

  it('is not for the accounts of the samples, which have no password', async () => {
    const sample = await bed.add('demo', { sample: true, passwordHash: null });
    await expect(bed.bind.begin(await bed.session(sample), OWN_PASSWORD)).rejects.toThrow(
      '这个账号不用口令登录',
    );
  });
});

describe('unbinding an identity', () => {
  beforeEach(async () => {
    await bed.bind.run(session, await bed.backToBind(session, 'wang'));
  });

  it('closes that way, and ends the sessions that may have come by it', async () => {
    const opened = await bed.enter('wang');
    await bed.bind.unbind(session, OWN_PASSWORD);
    await expect(bed.enter('wang')).rejects.toThrow('还没有绑定');
    expect(await bed.check.run(opened.token, false)).toBeNull();
    expect((await bed.stores.sessions.openOf(id)).map((open) => open.id)).toEqual([session.id]);
  });

  it('asks for the password', async () => {
    await expect(bed.bind.unbind(session, 'wrong')).rejects.toThrow('现在的口令不正确');
    expect((await bed.account(id)).identity).not.toBeNull();
  });

  it('of none is refused', async () => {
    await bed.bind.unbind(session, OWN_PASSWORD);
    await expect(bed.bind.unbind(session, OWN_PASSWORD)).rejects.toThrow('没有绑定政务身份');
  });

  it('frees the identity for another account', async () => {
    await bed.bind.unbind(session, OWN_PASSWORD);
    const other = await bed.session(await bed.add('li'));
    await bed.bind.run(other, await bed.backToBind(other, 'wang'));
    expect(await bed.enter('wang')).toMatchObject({ accountId: other.accountId });
  });

  it('is done by an administrator where its owner cannot, never to oneself', async () => {
    const keeper = personOf(await bed.account(await bed.add('keeper')), 'jrb');
    await bed.administer.resetIdentity(id, keeper);
    await expect(bed.enter('wang')).rejects.toThrow('还没有绑定');
    expect(await bed.stores.sessions.openOf(id)).toEqual([]);
    await expect(bed.administer.resetIdentity(id, keeper)).rejects.toThrow('没有绑定政务身份');
    await expect(bed.administer.resetIdentity(keeper.id, keeper)).rejects.toThrow('我的账号');
  });
});
