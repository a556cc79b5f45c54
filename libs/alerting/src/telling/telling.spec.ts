import { describe, expect, it } from '@jest/globals';
import type { Tier } from '@risk/domain';
import { hours } from '@risk/kit';
import { City } from '../testing/city.js';
import { reason, verdict } from '../testing/verdicts.js';

describe('telling', () => {
  it('goes to every recipient by every channel, once', async () => {
    const city = new City();
    await city.raise('1', 'red');
    const told = city.telling.notices.map((n) => `${n.to.recipient.key} ${n.channel} ${n.state}`);
    expect(told).toEqual(
      ['office', 'county', 'police'].flatMap((unit) =>
        ['email', 'inbox'].map((channel) => `${unit}/liaison ${channel} pending`),
      ),
    );
  });

  it('of low tiers waits for the digest, except in the inbox', async () => {
    const city = new City({ digest: ['blue'] });
    await city.raise('1', 'blue');
    await city.raise('2', 'yellow');
    const states = city.telling.notices.map((n) => `${n.alertId ?? ''} ${n.channel} ${n.state}`);
    expect(new Set(states)).toEqual(
      new Set(['1 email gathering', '1 inbox pending', '2 email pending', '2 inbox pending']),
    );
  });
});

describe('a silence', () => {
  it('names each tier once', async () => {
    const city = new City();
    await city.silence({ entityId: '1', tiers: ['red', 'red', 'blue'] });
    expect(city.quiet.silences[0]?.tiers).toEqual(['red', 'blue']);
  });

  it.each<[string, object, Tier, boolean]>([
    ['covers what it names', { entityId: '1' }, 'yellow', true],
    ['covers nobody else', { entityId: '2' }, 'yellow', false],
    ['covers its tiers only', { entityId: '1' }, 'red', false],
    ['of a scheme covers it', { scheme: 'illegal-fundraising' }, 'blue', true],
    ['of another scheme does not', { scheme: 'pyramid-selling' }, 'blue', false],
    ['of a county covers it', { region: '431002' }, 'blue', true],
    ['of a code covers it', { code: 'a' }, 'blue', true],
    ['must fit in all that it names', { code: 'a', region: '431003' }, 'blue', false],
  ])('%s', async (_name, what, tier, silent) => {
    const city = new City();
    await city.silence(what);
    await city.raise('1', tier);
    expect(city.mails.length === 0).toBe(silent);
    expect(city.alerts.rows).toHaveLength(1);
  });

  it('loses nothing: at its end everybody is told what stands then', async () => {
    const city = new City();
    await city.silence({ entityId: '1' });
    await city.raise('1', 'blue');
    await city.raise('1', 'yellow', ['b']);
    await city.tick();
    expect([city.mails, city.duties.rows]).toEqual([[], []]);
    city.clock.advance(hours(25));
    await city.tick();
    expect(city.mails).toHaveLength(3);
    expect(city.mails[0]).toBe('office/liaison upgraded:yellow#2~1');
    expect(city.duties.standing).toHaveLength(4);
    await city.tick();
    expect(city.mails).toHaveLength(3);
  });

  it('does not hold what rises above its tiers', async () => {
    const city = new City();
    await city.silence({ entityId: '1' });
    await city.raise('1', 'blue');
    await city.raise('1', 'red', ['b']);
    expect(city.mails).toHaveLength(3);
    city.clock.advance(hours(25));
    await city.tick();
    expect(city.mails.filter((mail) => mail.includes('~'))).toEqual([]);
  });

  it('may end early, and overlap: then the other goes on', async () => {
    const city = new City();
    const first = await city.silence({ entityId: '1' });
    await city.raise('1', 'blue');
    await city.silence({ region: '431002' });
    await city.endSilence(first);
    await city.tick();
    expect(city.mails).toEqual([]);
    expect(city.telling.hushes).toMatchObject([{ cause: 'silence', causeId: '2', told: null }]);
    await expect(city.endSilence(first)).rejects.toThrow('已经结束');
  });

  it('tells nobody of what was closed meanwhile', async () => {
    const city = new City();
    await city.silence({ entityId: '1' });
    await city.raise('1', 'blue');
    await city.step('refuted');
    await city.step('closed');
    city.clock.advance(hours(25));
    await city.tick();
    expect(city.mails).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['of everything', {}, '请写明静默什么'],
    ['of no tier', { entityId: '1', tiers: [] }, 'tiers'],
    ['of those without an alert', { entityId: '1', tiers: ['red', 'none'] }, 'tiers：没有预警的'],
    ['that is over', { entityId: '1', until: new Date('2026-01-01') }, '已过'],
    ['for ever', { entityId: '1', until: new Date('2030-01-01') }, '最长 90 天'],
    ['without an owner', { entityId: '1', by: '' }, 'by'],
  ])('%s is refused', async (_name, what, refusal) => {
    await expect(new City().silence(what)).rejects.toThrow(refusal);
  });
});

describe('a red alert', () => {
  it('silences the blues of its kin, until it is over', async () => {
    const city = new City();
    city.context.ties.push(['1', '2']);
    await city.raise('1', 'red');
    await city.raise('2', 'blue');
    expect(city.mails).toHaveLength(3);
    expect(city.alerts.row('2').group).toBe('1');
    await city.tick();
    expect(city.mails).toHaveLength(3);
    await city.step('refuted');
    await city.tick();
    expect(city.mails.filter((mail) => mail.includes('raised:blue'))).toHaveLength(3);
  });

  it('does not silence a yellow, nor anybody it is not tied to', async () => {
    const city = new City();
    city.context.ties.push(['1', '2']);
    await city.raise('1', 'red');
    await city.raise('2', 'yellow');
    await city.raise('3', 'blue');
    expect(city.mails).toHaveLength(9);
  });

  it('silences blues of the same batch', async () => {
    const city = new City();
    city.context.ties.push(['1', '2']);
    await city.raiseAll([verdict('2', 'blue'), verdict('1', 'red')]);
    expect(city.mails).toHaveLength(3);
  });

  it('gathers whoever hangs together in one group', async () => {
    const city = new City();
    city.context.ties.push(['1', '3'], ['3', '2']);
    await city.raise('1', 'red');
    await city.raise('2', 'red');
    expect(city.alerts.rows.map(({ group }) => group)).toEqual(['1', '2']);
    await city.raise('3', 'orange');
    expect(city.alerts.rows.map(({ group }) => group)).toEqual(['1', '1', '1']);
  });
});

describe('a new rule that raises too many', () => {
  const flooded = async (count: number): Promise<City> => {
    const city = new City();
    city.context.newCodes.add('new');
    const many = Array.from({ length: count }, (_, i) =>
      verdict(String(i + 1), 'orange', [reason('new')]),
    );
    await city.raiseAll(many);
    return city;
  };

  it('is held, and the office is told of it once', async () => {
    const city = await flooded(4);
    expect(city.alerts.rows).toHaveLength(4);
    await city.raise('9', 'red', ['new']);
    expect(city.mails).toEqual(['office/liaison flood#1']);
    expect(city.telling.hushes.every(({ cause }) => cause === 'flood')).toBe(true);
  });

  it('is not held within its limit', async () => {
    expect((await flooded(3)).mails).toHaveLength(9);
  });

  it('is told of when a person releases it, and not when a person drops it', async () => {
    const city = await flooded(4);
    await city.endFlood('1', true);
    await city.tick();
    expect(city.mails).toHaveLength(1 + 12);
    const dropped = await flooded(4);
    await dropped.endFlood('1', false);
    await dropped.tick();
    expect(dropped.mails).toHaveLength(1);
    expect(dropped.telling.hushes.every(({ told }) => told === false)).toBe(true);
    await expect(dropped.endFlood('1', true)).rejects.toThrow('已经有人决定');
  });

  it('does not hold what old rules carry', async () => {
    const city = await flooded(4);
    await city.raise('8', 'red', ['a', 'b', 'c', 'new']);
    expect(city.mails.filter((mail) => mail.includes('raised:red'))).toHaveLength(3);
  });
});
