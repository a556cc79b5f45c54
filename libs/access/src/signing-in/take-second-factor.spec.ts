import { beforeEach, describe, expect, it } from '@jest/globals';
import { Unauthenticated } from '@risk/kit';
import { codeAt, memoryBed, PASSWORD, type AccessBed } from '../testing/access-bed.js';
import { hashesOfCodes, madeRecoveryCodes } from './recovery-codes.js';

const REFUSAL = '动态口令不正确、已经用过，或者账号暂时锁定';

let bed: AccessBed;
let id: string;
beforeEach(async () => {
  bed = memoryBed();
  ({ id } = await bed.addWithFactor());
});

const now = (): string => codeAt(bed.clock.now());
const inSeconds = (n: number): string => codeAt(new Date(bed.clock.now().getTime() + n * 1000));
const before = async () => bed.session(await bed.enter());
const wrong = (): string => String((Number(now()) + 1) % 1_000_000).padStart(6, '0');

describe('the second factor', () => {
  it('opens all doors, with a token that is another than before', async () => {
    const half = await bed.enter();
    const whole = await bed.secondFactor.run(await bed.session(half), now());
    expect(whole).toMatchObject({ stage: 'in', accountId: id });
    expect(whole.token).not.toBe(half.token);
    expect(await bed.isOpen(half)).toBe(false);
    expect(await bed.isOpen(whole)).toBe(true);
  });

  it('then lets the password be changed when it must be', async () => {
    await bed.set(id, { mustChange: true });
    expect(await bed.secondFactor.run(await before(), now())).toMatchObject({
      stage: 'new-password',
    });
  });

  it.each([-30, 30])('may go wrong by %d seconds', async (seconds) => {
    await expect(bed.secondFactor.run(await before(), inSeconds(seconds))).resolves.toBeDefined();
  });

  it.each<[string, () => string]>([
    ['a wrong code', wrong],
    ['a code of a minute ago', () => inSeconds(-60)],
    ['a code that comes in a minute', () => inSeconds(60)],
    ['nothing', () => ''],
    ['the password', () => PASSWORD],
    ['a recovery code of nobody', () => madeRecoveryCodes()[0]!],
  ])('is not %s', async (_what, code) => {
    const session = await before();
    const refused = bed.secondFactor.run(session, code());
    await expect(refused).rejects.toThrow(Unauthenticated);
    await expect(refused).rejects.toThrow(REFUSAL);
    expect((await bed.account(id)).failures).toBe(1);
  });

  it('is taken once, and no step before it afterwards', async () => {
    await bed.secondFactor.run(await before(), now());
    await expect(bed.secondFactor.run(await before(), now())).rejects.toThrow(REFUSAL);
    await expect(bed.secondFactor.run(await before(), inSeconds(-30))).rejects.toThrow(REFUSAL);
    await expect(bed.secondFactor.run(await before(), inSeconds(30))).resolves.toBeDefined();
  });

  it('locks after five wrong codes, for whoever knows the password', async () => {
    for (let n = 0; n < 5; n += 1)
      await expect(bed.secondFactor.run(await before(), wrong())).rejects.toThrow(REFUSAL);
    await expect(bed.enter()).rejects.toThrow('暂时锁定');
    bed.wait(10);
    await expect(bed.secondFactor.run(await before(), now())).resolves.toBeDefined();
  });

  it('is not taken while the account is locked, and does not make it longer', async () => {
    const session = await before();
    await bed.fail(5);
    const { lockedUntil } = await bed.account(id);
    await expect(bed.secondFactor.run(session, now())).rejects.toThrow(REFUSAL);
    expect(await bed.account(id)).toMatchObject({ lockedUntil, factor: { lastStep: 0 } });
  });

  it.each([{ state: 'disabled' as const }, { validUntil: '2026-11-01' }])(
    'opens nothing for an account that is %j by now',
    async (more) => {
      const session = await before();
      await bed.set(id, more);
      await expect(bed.secondFactor.run(session, now())).rejects.toThrow(REFUSAL);
    },
  );

  it('does not bring back a login that ended meanwhile', async () => {
    const session = await before();
    await bed.administer.endSessionsOf(id);
    await expect(bed.secondFactor.run(session, now())).rejects.toThrow('这次登录已经结束');
  });

  it('of somebody else’s account is none', async () => {
    const other = await bed.add({ login: 'li', name: '李某' });
    const session = await bed.session(await bed.enter('li'));
    await expect(bed.secondFactor.run(session, now())).rejects.toThrow(REFUSAL);
    expect(await bed.account(other.id)).toMatchObject({ factor: null, failures: 1 });
  });
});

describe('a recovery code', () => {
  const codes = madeRecoveryCodes().slice(0, 2);
  beforeEach(async () => {
    const { accounts, work } = bed.on;
    const hashes = await hashesOfCodes(codes);
    await work.run((tx) => accounts.keepRecovery(tx, id, hashes));
  });

  it('stands for the second factor once, and the others go on standing', async () => {
    const [one, other] = codes;
    await expect(bed.secondFactor.run(await before(), one!)).resolves.toMatchObject({
      stage: 'in',
    });
    await expect(bed.secondFactor.run(await before(), one!)).rejects.toThrow(REFUSAL);
    await expect(bed.secondFactor.run(await before(), other!)).resolves.toBeDefined();
  });

  it('leaves the telephone as it was', async () => {
    await bed.secondFactor.run(await before(), codes[0]!);
    await expect(bed.secondFactor.run(await before(), now())).resolves.toBeDefined();
  });

  it('forgives what failed before', async () => {
    await bed.fail(3);
    await bed.secondFactor.run(await before(), codes[0]!);
    expect((await bed.account(id)).failures).toBe(0);
  });

  it('is gone with the factor that it stood for', async () => {
    const boss = await bed.administrator('security-admin', 'sec');
    await bed.administer.resetFactor(id, boss);
    const { accounts, work } = bed.on;
    expect(await work.run((tx) => accounts.recoveryOf(tx, id))).toEqual([]);
    const opened = await bed.enter();
    expect(opened.stage).toBe('in');
    await expect(bed.secondFactor.run(await bed.session(opened), codes[0]!)).rejects.toThrow(
      REFUSAL,
    );
  });
});
