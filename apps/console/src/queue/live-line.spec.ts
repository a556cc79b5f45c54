import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LiveNews } from '../api/queue.js';
import { LiveLine, type LineState } from './live-line.js';

const news = (last: string, more: Partial<LiveNews> = {}): LiveNews => ({
  ...{ raised: [], changed: [], isLost: false, last, ...more },
});

/** A stream that a test speaks through. */
class Stream {
  readyState = 1;
  isClosed = false;
  private readonly ears = new Map<
    string,
    (event: { data?: string; lastEventId?: string }) => void
  >();

  addEventListener(name: string, hear: (event: { data?: string; lastEventId?: string }) => void) {
    this.ears.set(name, hear);
  }

  close() {
    this.isClosed = true;
  }

  say(name: string, lastEventId = '', told: Partial<LiveNews> = {}) {
    this.ears.get(name)?.({ data: JSON.stringify(news(lastEventId, told)), lastEventId });
  }
}

let streams: Stream[];
let heard: LiveNews[];
let states: LineState[];
let asked: (string | null)[];
let answer: () => Promise<LiveNews>;
let waiting: { act: () => void; milliseconds: number } | null;
let isOver: boolean;
let line: LiveLine;

beforeEach(() => {
  [streams, heard, states, asked, waiting, isOver] = [[], [], [], [], null, false];
  answer = () => Promise.resolve(news('p-9'));
  line = new LiveLine(
    {
      open: () => {
        const stream = new Stream();
        streams.push(stream);
        return stream;
      },
      ask: (since) => {
        asked.push(since);
        return answer();
      },
      later: (act, milliseconds) => {
        const own = { act, milliseconds };
        waiting = own;
        return () => {
          if (waiting === own) waiting = null;
        };
      },
    },
    {
      heard: (one) => heard.push(one),
      stands: (state) => states.push(state),
      ended: () => (isOver = true),
    },
  );
});

const stream = () => streams[streams.length - 1]!;
/** Lets the time go by for which something waits; answers how long that was. */
async function goOn(): Promise<number | undefined> {
  const due = waiting;
  waiting = null;
  due?.act();
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  return due?.milliseconds;
}

describe('a line to what happens', () => {
  it('tells of it, and not of its own beginning', () => {
    line.start();
    stream().say('alerts', 'p-1');
    stream().say('alerts', 'p-2', { raised: ['7'] });
    expect([states, heard]).toEqual([['live', 'live'], [news('p-2', { raised: ['7'] })]]);
    expect(waiting).toBeNull();
  });

  it('goes on where it left off', async () => {
    line.start();
    stream().say('alerts', 'p-2');
    line.stop();
    expect([stream().isClosed, states[states.length - 1]]).toEqual([true, 'off']);
    answer = () => Promise.resolve(news('p-5', { changed: ['8'] }));
    line.start();
    await Promise.resolve();
    expect([asked, heard]).toEqual([['p-2'], [news('p-5', { changed: ['8'] })]]);
  });

  it('asks where a proxy holds the stream back, and tries again after a while', async () => {
    line.start();
    expect(await goOn()).toBe(10_000);
    expect([stream().isClosed, states]).toEqual([true, ['asking']]);
    answer = () => Promise.resolve(news('p-3', { raised: ['9'] }));
    expect(await goOn()).toBe(30_000);
    expect([asked, heard]).toEqual([[null], [news('p-3', { raised: ['9'] })]]);
    for (let round = 0; round < 10; round += 1) await goOn();
    expect(streams).toHaveLength(2);
  });

  it('asks on when an answer fails', async () => {
    line.start();
    await goOn();
    answer = () => Promise.reject(new Error('away'));
    await goOn();
    expect([heard, waiting?.milliseconds]).toEqual([[], 30_000]);
  });

  it.each([
    ['was refused', 2, 1],
    ['broke again and again', 0, 3],
  ])('asks where the stream %s', (_what, readyState, times) => {
    line.start();
    stream().readyState = readyState;
    for (let time = 1; time < times; time += 1) stream().say('error');
    expect(states).toEqual([]);
    stream().say('error');
    expect(states).toEqual(['asking']);
  });

  it('ends with the login', () => {
    line.start();
    stream().say('ended');
    expect([isOver, stream().isClosed, states]).toEqual([true, true, ['off']]);
  });

  it('tells that much happened', () => {
    line.start();
    stream().say('alerts', 'p-4', { isLost: true });
    expect(heard).toEqual([news('p-4', { isLost: true })]);
  });
});
