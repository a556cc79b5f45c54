import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { FakeHouse } from '../testing/fake-house.js';
import { LiveAlerts, MOST_LINES, type Listener } from './live-alerts.js';
import type { LiveNews } from './live-event.js';

const MARKET: Sight = { units: ['market'], regions: 'all' };

/** Somebody who writes down what is told. */
class Pupil implements Listener {
  readonly heard: Omit<LiveNews, 'last'>[] = [];
  hasEnded = false;

  constructor(
    readonly sight: Sight = WHOLE_CITY,
    readonly who = '1',
  ) {}

  tell({ last: _last, ...news }: LiveNews): void {
    this.heard.push(news);
  }

  end(): void {
    this.hasEnded = true;
  }
}

let house: FakeHouse;
let live: LiveAlerts;
let looked: [readonly string[], Sight][];
beforeEach(() => {
  jest.useFakeTimers();
  house = new FakeHouse();
  looked = [];
  const among = (_kind: string, ids: readonly string[], sight: Sight) => {
    looked.push([ids, sight]);
    return Promise.resolve(new Set(ids.filter((id) => id === '7')));
  };
  Object.assign(house.people.desk, { sight: { among } });
  live = new LiveAlerts(house);
});
afterEach(() => {
  jest.useRealTimers();
});

const ear = () => house.answers.queue.ear!;
const aMoment = () => jest.advanceTimersByTimeAsync(1_000);
const happens = async (raised: readonly string[], changed: readonly string[] = []) => {
  ear().heard({ raised, changed });
  await aMoment();
};
const news = (raised: readonly string[], changed: readonly string[] = [], isLost = false) => ({
  ...{ raised, changed, isLost },
});

describe('what happens to alerts', () => {
  it('is told to everybody, within their sight, by one question a sight', async () => {
    const office = new Pupil();
    const market = [new Pupil(MARKET, '2'), new Pupil(MARKET, '3')];
    for (const listener of [office, ...market]) await live.follow(listener);
    await happens(['7', '8'], ['9']);
    expect(office.heard).toEqual([news(['7', '8'], ['9'])]);
    for (const { heard } of market) expect(heard).toEqual([news(['7'])]);
    expect(looked).toEqual([[['7', '8', '9'], MARKET]]);
  });

  it('is not told at all where nothing of it is in sight', async () => {
    const pupil = new Pupil(MARKET);
    await live.follow(pupil);
    await happens(['8']);
    expect(pupil.heard).toEqual([]);
  });

  it('is gathered for a moment; who is new is not named twice', async () => {
    const pupil = new Pupil();
    await live.follow(pupil);
    ear().heard({ raised: ['7'], changed: [] });
    ear().heard({ raised: [], changed: ['7', '8'] });
    await aMoment();
    expect(pupil.heard).toEqual([news(['7'], ['8'])]);
  });

  it('is only said to be much when it is, or when the line was cut', async () => {
    const pupil = new Pupil();
    await live.follow(pupil);
    await happens(Array.from({ length: 201 }, (_, at) => String(at)));
    ear().missed();
    await aMoment();
    expect(pupil.heard).toEqual([news([], [], true), news([], [], true)]);
  });

  it('is said to be much where the sight cannot be asked for', async () => {
    const failing = { among: () => Promise.reject(new Error('away')) };
    Object.assign(house.people.desk, { sight: failing });
    const pupil = new Pupil(MARKET);
    await live.follow(pupil);
    await happens(['7']);
    expect(pupil.heard).toEqual([news([], [], true)]);
  });
});

describe('whoever was away', () => {
  it('hears what was missed, once, within sight', async () => {
    const before = await live.since(null, WHOLE_CITY);
    await happens(['7'], ['8']);
    await happens([], ['7']);
    const after = await live.since(before.last, WHOLE_CITY);
    expect(after).toMatchObject(news(['7'], ['8']));
    expect(await live.since(after.last, WHOLE_CITY)).toMatchObject(news([]));
    expect(await live.since(before.last, MARKET)).toMatchObject(news(['7']));
  });

  it.each([
    ['of another process', 'abcdef-3'],
    ['that never was', 'x'],
    ['of the future', null],
  ])('from a place %s begins anew', async (_what, place) => {
    const { last } = await live.since(null, WHOLE_CITY);
    const asked = place ?? last.replace(/\d+$/, '99');
    expect(await live.since(asked, WHOLE_CITY)).toMatchObject(news([], [], true));
  });

  it('for too long begins anew', async () => {
    const { last } = await live.since(null, WHOLE_CITY);
    for (let at = 0; at < 501; at += 1) await happens([String(at)]);
    expect(await live.since(last, WHOLE_CITY)).toMatchObject(news([], [], true));
  });
});

describe('lines', () => {
  it('are a few for each person, and free again when one leaves', async () => {
    const leaving = [];
    for (let at = 0; at < MOST_LINES; at += 1) leaving.push(await live.follow(new Pupil()));
    await expect(live.follow(new Pupil())).rejects.toThrow('实时连接过多');
    await live.follow(new Pupil(WHOLE_CITY, '2'));
    leaving[0]!();
    await live.follow(new Pupil());
  });

  it('are not used up by an ear that could not be put to the database', async () => {
    const { signals } = house.alerts;
    const listen = signals.listen.bind(signals);
    signals.listen = () => Promise.reject(new Error('gone'));
    for (let at = 0; at < MOST_LINES; at += 1)
      await expect(live.follow(new Pupil())).rejects.toThrow('gone');
    signals.listen = listen;
    await live.follow(new Pupil());
  });

  it('end with the house', async () => {
    const pupil = new Pupil();
    await live.follow(pupil);
    await live.onModuleDestroy();
    expect([pupil.hasEnded, house.answers.queue.isClosed]).toEqual([true, true]);
  });

  it('need an ear: one that could not be put is tried again', async () => {
    house.answers.queue.isDeaf = true;
    await expect(live.since(null, WHOLE_CITY)).rejects.toThrow('away');
    house.answers.queue.isDeaf = false;
    expect(await live.since(null, WHOLE_CITY)).toMatchObject(news([]));
  });
});
