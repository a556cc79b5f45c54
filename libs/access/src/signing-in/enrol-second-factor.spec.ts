import { beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import type { Account } from '../accounts/account.js';
import { codeAt, memoryBed, type AccessBed } from '../testing/access-bed.js';
import type { SecondFactorOffer } from './enrol-second-factor.js';

let bed: AccessBed;
let account: Account;
beforeEach(async () => {
  bed = memoryBed();
  account = await bed.add({ roles: ['monitor'], unit: 'jrb' });
});

const secretIn = ({ text }: SecondFactorOffer): Buffer =>
  Buffer.from(Secret.fromBase32(text.replaceAll(' ', '')).bytes);
const codeOf = (offer: SecondFactorOffer): string => codeAt(bed.clock.now(), secretIn(offer));

const enter = async () => {
  const opened = await bed.enter();
  return { opened, session: await bed.session(opened) };
};

describe('binding a second factor', () => {
  it('needs the first code, and opens all doors with another token', async () => {
    const { opened, session } = await enter();
    expect(opened.stage).toBe('enrol');
    const offer = bed.enrol.offer(account);
    const enrolled = await bed.enrol.run(session, offer.offer, codeOf(offer));
    expect(enrolled.opened.stage).toBe('in');
    expect(await bed.isOpen(opened)).toBe(false);
    expect(await bed.isOpen(enrolled.opened)).toBe(true);
  });

  it('shows the same secret as a picture and as text, and never the same twice', () => {
    const [one, other] = [bed.enrol.offer(account), bed.enrol.offer(account)];
    expect(new URL(one.address).searchParams.get('secret')).toBe(one.text.replaceAll(' ', ''));
    expect(one.text).not.toBe(other.text);
  });

  it('is asked for the code at the next login, and not the very same one again', async () => {
    const offer = bed.enrol.offer(account);
    const code = codeOf(offer);
    await bed.enrol.run((await enter()).session, offer.offer, code);
    const next = await enter();
    expect(next.opened.stage).toBe('second-factor');
    await expect(bed.secondFactor.run(next.session, code)).rejects.toThrow('已经用过');
    bed.clock.advance(30_000);
    await expect(bed.secondFactor.run(next.session, codeOf(offer))).resolves.toBeDefined();
  });

  it('gives recovery codes that work', async () => {
    const offer = bed.enrol.offer(account);
    const { session } = await enter();
    const { recoveryCodes } = await bed.enrol.run(session, offer.offer, codeOf(offer));
    expect(recoveryCodes).toHaveLength(8);
    const next = (await enter()).session;
    await expect(bed.secondFactor.run(next, recoveryCodes[7]!)).resolves.toBeDefined();
  });

  it('ends every other login of the account, which has not proven it', async () => {
    const other = (await enter()).opened;
    const offer = bed.enrol.offer(account);
    await bed.enrol.run((await enter()).session, offer.offer, codeOf(offer));
    expect(await bed.isOpen(other)).toBe(false);
  });

  it('may come before the new password that is owed', async () => {
    await bed.set(account.id, { mustChange: true });
    const offer = bed.enrol.offer(account);
    const { opened } = await bed.enrol.run((await enter()).session, offer.offer, codeOf(offer));
    expect(opened.stage).toBe('new-password');
  });

  it('is refused with a wrong code, and may be tried again', async () => {
    const { session } = await enter();
    const offer = bed.enrol.offer(account);
    const wrong = String((Number(codeOf(offer)) + 1) % 1_000_000).padStart(6, '0');
    await expect(bed.enrol.run(session, offer.offer, wrong)).rejects.toThrow('动态口令不正确');
    expect((await bed.account(account.id)).factor).toBeNull();
    await expect(bed.enrol.run(session, offer.offer, codeOf(offer))).resolves.toBeDefined();
  });

  it.each<[string, (li: Account) => SecondFactorOffer]>([
    ['of somebody else', (li) => bed.enrol.offer(li)],
    ['that was written by hand', () => ({ ...bed.enrol.offer(account), offer: 'e30' })],
    ['that is nothing', () => ({ ...bed.enrol.offer(account), offer: '' })],
  ])('is refused with an offer %s', async (_what, made) => {
    const offer = made(await bed.add({ login: 'li', name: '李某' }));
    const { session } = await enter();
    await expect(bed.enrol.run(session, offer.offer, codeOf(offer))).rejects.toThrow('密封内容');
    expect((await bed.account(account.id)).factor).toBeNull();
  });

  it('is refused where a factor is there, also before its code was given', async () => {
    const holder = await bed.addWithFactor({ login: 'li', name: '李某' });
    const half = await bed.session(await bed.enter('li'));
    const offer = bed.enrol.offer(holder);
    await expect(bed.enrol.run(half, offer.offer, codeOf(offer))).rejects.toThrow('已经绑定');
    expect((await bed.account(holder.id)).factor).toEqual(holder.factor);
  });

  it('keeps the secret under the account alone: a sealed one that was moved opens nothing', async () => {
    const offer = bed.enrol.offer(account);
    await bed.enrol.run((await enter()).session, offer.offer, codeOf(offer));
    const { factor } = await bed.account(account.id);
    const thief = await bed.add({ login: 'li', name: '李某', factor });
    const half = await bed.session(await bed.enter(thief.login));
    await expect(bed.secondFactor.run(half, codeOf(offer))).rejects.toThrow('密封内容');
  });
});
