import { describe, expect, it } from '@jest/globals';
import { Unavailable, minutes } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../kit/src/testing/fake-log.js';
import { compilePresets } from './check-sources.js';
import { PollFrontTables } from './poll-front-tables.js';
import type { RawItem } from './ports.js';
import { sourceBookOf, type Source } from './source-book.js';
import { InMemoryFrontTables, type FrontLine } from './testing/in-memory-front-tables.js';

const presets = compilePresets({
  name: 'presets.yaml',
  content: {
    presets: [
      {
        name: 'desk',
        title: '前置库',
        feed: 'complaint',
        keys: [['BH']],
        columns: [{ from: ['NR'], to: 'text' }],
      },
    ],
  },
});

const source = (name: string, over: Partial<Source> = {}): Source => ({
  name,
  feed: 'complaint',
  title: name,
  preset: 'desk',
  sample: false,
  expectEveryMs: null,
  workingDaysOnly: false,
  regionCode: null,
  table: { name: `${name}_table`, changedAt: 'changed_at', key: 'id' },
  ...over,
});

const NOON = '2026-11-02T12:00:00+08:00';
const line = (n: number, over: Partial<FrontLine> = {}): FrontLine => ({
  key: String(n).padStart(5, '0'),
  changedAt: new Date(Date.parse('2026-11-02T08:00:00+08:00') + n * 1000).toISOString(),
  cells: { BH: `piece-${n}`, NR: `第${n}件` },
  ...over,
});

function desk(...sources: Source[]) {
  const tables = new InMemoryFrontTables();
  const clock = new FakeClock(NOON);
  const log = new FakeLog();
  const batches: (readonly RawItem[])[] = [];
  const doors = { open: true };
  const poll = new PollFrontTables(
    tables,
    { sources: sourceBookOf(sources), presets },
    (items) => {
      if (!doors.open) return Promise.reject(new Unavailable('数据库暂时不可用'));
      batches.push(items);
      return Promise.resolve();
    },
    { clock, log },
  );
  const values = () => batches.flat().map((item) => item.value as Record<string, unknown>);
  return { tables, clock, log, batches, doors, poll, values };
}

describe('a round', () => {
  it('hands changed rows on as envelopes of the source, through the same door for all', async () => {
    const { tables, poll, batches } = desk(source('petition'));
    tables.write('petition_table', line(1));
    expect(await poll.run()).toEqual([{ source: 'petition', rows: 1 }]);
    expect(batches).toEqual([
      [
        {
          feed: 'complaint',
          door: 'table',
          bytes: Buffer.from(JSON.stringify({ BH: 'piece-1', NR: '第1件' })),
          value: {
            source: 'petition',
            sourceId: 'piece-1',
            occurredAt: line(1).changedAt,
            payload: { text: '第1件', columns: { BH: 'piece-1' } },
          },
          origin: { table: 'petition_table', key: '00001' },
        },
      ],
    ]);
  });

  it('hands nothing on twice, and a changed row again', async () => {
    const { tables, poll, values } = desk(source('petition'));
    tables.write('petition_table', line(1), line(2));
    await poll.run();
    await poll.run();
    expect(values()).toHaveLength(2);
    tables.write('petition_table', line(1, { changedAt: '2026-11-02T11:00:00+08:00' }));
    expect(await poll.run()).toEqual([{ source: 'petition', rows: 1 }]);
    expect(values().at(-1)).toMatchObject({ sourceId: 'piece-1' });
  });

  it('of many rows is cut into batches, all in one go', async () => {
    const { tables, poll, batches } = desk(source('petition'));
    tables.write('petition_table', ...Array.from({ length: 1203 }, (_, n) => line(n)));
    expect(await poll.run()).toEqual([{ source: 'petition', rows: 1203 }]);
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 203]);
  });

  it.each([500, 1000])('of exactly %i rows ends', async (count) => {
    const { tables, poll } = desk(source('petition'));
    tables.write('petition_table', ...Array.from({ length: count }, (_, n) => line(n)));
    expect(await poll.run()).toEqual([{ source: 'petition', rows: count }]);
  });

  it('leaves rows younger than half a minute: one written earlier may still be committed', async () => {
    const { tables, clock, poll, values } = desk(source('petition'));
    tables.write('petition_table', line(1, { changedAt: '2026-11-02T11:59:31+08:00' }));
    await poll.run();
    expect(values()).toHaveLength(0);
    tables.write('petition_table', line(2, { changedAt: '2026-11-02T11:59:30.500+08:00' }));
    clock.advance(minutes(1));
    await poll.run();
    expect(values().map((value) => value['sourceId'])).toEqual(['piece-2', 'piece-1']);
  });

  it('passes sources without a table over', async () => {
    const { poll } = desk(source('hotline', { table: null }));
    expect(await poll.run()).toEqual([]);
  });

  it('hands a row that cannot be mapped on with its reason, between its neighbours', async () => {
    const { tables, poll, values } = desk(source('petition'));
    tables.write('petition_table', line(1), line(2, { cells: { BH: 'piece-2' } }), line(3));
    await poll.run();
    expect(values().map((value) => value['sourceId'])).toEqual(['piece-1', 'piece-2', 'piece-3']);
    expect(values()[1]?.['unusableRow']).toContain('NR');
  });
});

describe('the cursor', () => {
  it('moves only when the batch is safe', async () => {
    const { tables, doors, log, poll, values } = desk(source('petition'));
    tables.write('petition_table', line(1));
    doors.open = false;
    expect(await poll.run()).toEqual([{ source: 'petition', rows: 0 }]);
    expect(tables.moves).toEqual([]);
    expect(log.lines).toMatchObject([{ level: 'warn', facts: { source: 'petition' } }]);
    doors.open = true;
    await poll.run();
    expect(values()).toHaveLength(1);
    expect(tables.moves).toEqual([
      {
        source: 'petition',
        to: { changedAt: line(1).changedAt, key: '00001' },
        at: new Date(NOON),
      },
    ]);
  });

  it('keeps what went before an outage in the middle', async () => {
    const { tables, doors, batches, poll } = desk(source('petition'));
    tables.write('petition_table', ...Array.from({ length: 700 }, (_, n) => line(n)));
    const move = tables.move.bind(tables);
    tables.move = (...to) => {
      doors.open = false;
      return move(...to);
    };
    expect(await poll.run()).toEqual([{ source: 'petition', rows: 500 }]);
    doors.open = true;
    expect(await poll.run()).toEqual([{ source: 'petition', rows: 200 }]);
    expect(batches.map((batch) => batch.length)).toEqual([500, 200]);
  });

  it('is one for each source', async () => {
    const { tables, poll, values } = desk(source('a'), source('b'));
    tables.write('a_table', line(9));
    tables.write('b_table', line(1));
    await poll.run();
    expect(values().map((value) => value['source'])).toEqual(['a', 'b']);
  });
});

describe('a table that fails', () => {
  it('keeps the others not waiting', async () => {
    const { tables, log, poll, values } = desk(source('gone'), source('petition'));
    tables.write('petition_table', line(1));
    expect(await poll.run()).toEqual([
      { source: 'gone', rows: 0 },
      { source: 'petition', rows: 1 },
    ]);
    expect(values()).toHaveLength(1);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        sentence: 'a front-end table could not be read',
        facts: { source: 'gone', error: expect.stringContaining('gone_table') },
      },
    ]);
  });
});
