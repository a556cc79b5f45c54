import { beforeEach, describe, expect, it } from '@jest/globals';
import { days, hours, minutes } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { InMemoryTokens } from '../testing/in-memory-access.js';
import { ServiceTokens } from './service-tokens.js';

let clock: FakeClock;
let store: InMemoryTokens;
let tokens: ServiceTokens;
beforeEach(() => {
  clock = new FakeClock();
  store = new InMemoryTokens();
  tokens = new ServiceTokens(store, clock);
});

const make = (name = '12345 热线') => {
  const endsAt = new Date(clock.now().getTime() + days(30));
  return tokens.make({ name, feeds: ['complaint'], endsAt }, '张管理');
};
const REFUSAL = '令牌不正确、已经收回或者已过期';

describe('a token of another system', () => {
  it('delivers what it is for, and may nothing else', async () => {
    const { id, token } = await make();
    const { person, feeds } = await tokens.bearerOf(token);
    expect(feeds).toEqual(new Set(['complaint']));
    expect(person).toMatchObject({ kind: 'service', id, name: '12345 热线', roles: [] });
    expect(person.permissions).toEqual(new Set(['feeds.send']));
  });

  it('is told once, looks like one, and is kept as a digest', async () => {
    const { token } = await make();
    expect(token).toMatch(/^risk_[\w-]{43}$/);
    expect(JSON.stringify(await tokens.list())).not.toContain(token.slice(5));
    expect((await make()).token).not.toBe(token);
  });

  it.each<[string, (token: string) => string]>([
    ['nothing', () => ''],
    ['its prefix alone', () => 'risk_'],
    ['itself without its prefix', (token) => token.slice(5)],
    ['itself and a space', (token) => `${token} `],
    ['another', () => `risk_${'A'.repeat(43)}`],
  ])('is not %s', async (_what, typed) => {
    const { token } = await make();
    await expect(tokens.bearerOf(typed(token))).rejects.toThrow(REFUSAL);
  });

  it('works until its end', async () => {
    const { token } = await make();
    clock.advance(days(30) - 1);
    await expect(tokens.bearerOf(token)).resolves.toBeDefined();
    clock.advance(1);
    await expect(tokens.bearerOf(token)).rejects.toThrow(REFUSAL);
  });

  it('is revoked once, at once', async () => {
    const { id, token } = await make();
    await tokens.revoke(id, '李管理');
    await expect(tokens.bearerOf(token)).rejects.toThrow(REFUSAL);
    await expect(tokens.revoke(id, '李管理')).rejects.toThrow('没有这个令牌，或者已经收回');
    expect(await tokens.list()).toMatchObject([{ id, revokedBy: '李管理' }]);
  });

  it('notes its use once a minute', async () => {
    const { token } = await make();
    const used = async () => (await tokens.list())[0]!.lastUsedAt;
    expect(await used()).toBeNull();
    await tokens.bearerOf(token);
    const first = clock.now();
    expect(await used()).toEqual(first);
    clock.advance(minutes(1) - 1);
    await tokens.bearerOf(token);
    expect(await used()).toEqual(first);
    clock.advance(1);
    await tokens.bearerOf(token);
    expect(await used()).toEqual(clock.now());
  });

  it.each([0, -1, -hours(1)])('does not end %d ms from now', async (off) => {
    const endsAt = new Date(clock.now().getTime() + off);
    await expect(tokens.make({ name: 'x', feeds: ['complaint'], endsAt }, '张')).rejects.toThrow(
      'endsAt：',
    );
  });
});

describe('the programs of the machine', () => {
  it('deliver everything without a token, until one was ever made', async () => {
    expect(tokens.machine().feeds).toEqual(new Set(['registration', 'complaint', 'advertisement']));
    expect(tokens.machine().person.permissions).toEqual(new Set(['feeds.send']));
    expect(await tokens.any()).toBe(false);
    const { id } = await make();
    await tokens.revoke(id, '李管理');
    expect(await tokens.any()).toBe(true);
  });
});
