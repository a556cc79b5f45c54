import { describe, expect, it } from '@jest/globals';
import { Invalid, Unavailable } from '@risk/kit';
import { InMemoryDeadLetters } from '../../intake/src/testing/in-memory-dead-letters.js';
import { ReplayDeadLetters } from './replay-dead-letters.js';
import { LineInMemory, envelope, items } from './testing/line-in-memory.js';

/** A line with its dead letters. */
function office() {
  const line = new LineInMemory();
  const letters = new InMemoryDeadLetters(line.records.letters);
  const replay = new ReplayDeadLetters(letters, line.reading, line.process, line);
  const waiting = async () => (await letters.list(9999)).filter((l) => l.replayedAt === null);
  return { line, replay, waiting };
}

const stranger = (text: string): string => envelope(text, { source: 'newcomer' });

describe('a dead letter', () => {
  it('goes in once its source is known, and is not tried again', async () => {
    const { line, replay, waiting } = office();
    await line.process.run(items(stranger('甲，集资'), '乙'));
    line.register('newcomer');
    expect(await replay.run('all')).toEqual({
      tried: 1,
      stored: 1,
      duplicate: 0,
      stillRefused: [],
    });
    expect(line.texts).toEqual(['乙', '甲，集资']);
    expect(line.alerts.open).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(await replay.run('all')).toMatchObject({ tried: 0 });
  });

  it('that still cannot be read stays, with today’s reason', async () => {
    const { line, replay, waiting } = office();
    await line.process.run(items(stranger('甲'), '{'));
    const { tried, stored, stillRefused } = await replay.run('all');
    expect([tried, stored]).toEqual([2, 0]);
    expect(stillRefused).toEqual([
      { id: '1', reason: expect.stringContaining('newcomer') },
      { id: '2', reason: expect.stringContaining('JSON') },
    ]);
    expect(await waiting()).toHaveLength(2);
  });

  it('that the judge breaks on again stays', async () => {
    const { line, replay, waiting } = office();
    await line.process.run(items('甲，判不了', '乙'));
    expect(await replay.run('all')).toEqual({
      tried: 1,
      stored: 0,
      duplicate: 0,
      stillRefused: [{ id: '1', reason: expect.stringContaining('内部错误') }],
    });
    expect(await waiting()).toHaveLength(1);
  });

  it('that the database refuses again stays; its neighbours go in', async () => {
    const { line, replay, waiting } = office();
    for (const text of ['毒', '药'])
      line.verdicts.failOn.set(text, () => new Invalid(`数据库不能保存这个值：${text}`));
    await line.process.run(items('毒', '药'));
    line.verdicts.failOn.delete('药');
    expect(await replay.run('all')).toEqual({
      tried: 2,
      stored: 1,
      duplicate: 0,
      stillRefused: [{ id: '1', reason: '数据库不能保存这个值：毒' }],
    });
    expect(line.texts).toEqual(['药']);
    expect((await waiting()).map((l) => l.id)).toEqual(['1']);
    expect(line.records.letters).toHaveLength(2);
  });

  it('whose record came in with another one is a duplicate, and done', async () => {
    const { line, replay, waiting } = office();
    await line.process.run(items(stranger('甲'), stranger('甲')));
    line.register('newcomer');
    expect(await replay.run('all')).toMatchObject({ tried: 2, stored: 1, duplicate: 1 });
    expect(await waiting()).toEqual([]);
  });

  it('in an outage stays for the next time', async () => {
    const { line, replay, waiting } = office();
    await line.process.run(items(stranger('甲')));
    line.register('newcomer');
    line.verdicts.failOn.set('甲', () => new Unavailable('数据库暂时不可用'));
    await expect(replay.run('all')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await waiting()).toHaveLength(1);
    line.verdicts.failOn.clear();
    expect(await replay.run('all')).toMatchObject({ stored: 1 });
  });
});

describe('which letters', () => {
  it('are tried can be said by number', async () => {
    const { line, replay, waiting } = office();
    await line.process.run(items(stranger('甲'), stranger('乙'), stranger('丙')));
    line.register('newcomer');
    expect(await replay.run(['3', '1', '77'])).toMatchObject({ tried: 2, stored: 2 });
    expect(line.texts).toEqual(['甲', '丙']);
    expect((await waiting()).map((l) => l.id)).toEqual(['2']);
    expect(await replay.run([])).toMatchObject({ tried: 0 });
  });

  it('come first, however many of no use lie before them', async () => {
    const { line, replay } = office();
    const junk = Array.from({ length: 450 }, (_, n) => `{${n}`);
    await line.process.run(items(...junk, '判不了'));
    const report = await replay.run('all');
    expect(report.tried).toBe(451);
    expect(report.stillRefused.at(-1)?.reason).toContain('内部错误');
    expect(report.stillRefused).toHaveLength(451);
  });
});

describe('the ledger', () => {
  it('still adds up after letters were tried again', async () => {
    const { line, replay } = office();
    await line.process.run(items(stranger('甲'), '{', '乙'));
    await replay.run('all');
    line.register('newcomer');
    await replay.run('all');
    const { received, stored, duplicate, deadLettered } = line.booked;
    expect(received).toBe(stored + duplicate + deadLettered);
    expect([stored, deadLettered]).toEqual([2, 2]);
  });
});

describe('the row of a file', () => {
  const row = (cells: object) => ({
    ...{ feed: 'complaint' as const, door: 'file' as const, origin: { file: '名单.csv', row: 2 } },
    bytes: Buffer.from(JSON.stringify(cells)),
    value: { source: 'hotline', sourceId: '', unusableRow: '列“内容”缺少内容' },
  });

  it('goes in once its columns are read otherwise, and otherwise says why not today', async () => {
    const line = new LineInMemory();
    const letters = new InMemoryDeadLetters(line.records.letters);
    let column = '内容';
    const remap = ({ bytes }: { readonly bytes: Uint8Array }): Promise<unknown> => {
      const cells = JSON.parse(Buffer.from(bytes).toString()) as Record<string, string>;
      const text = cells[column];
      const head = { source: 'hotline', sourceId: 'A', occurredAt: '2026-11-01T00:00:00+08:00' };
      return Promise.resolve(
        text === undefined ? { ...head, unusableRow: '今天也缺' } : { ...head, payload: { text } },
      );
    };
    const replay = new ReplayDeadLetters(letters, { ...line.reading, remap }, line.process, line);
    await line.process.run([row({ 诉求: '甲，集资' })]);
    expect(await replay.run('all')).toMatchObject({
      ...{ stored: 0, stillRefused: [{ id: '1', reason: '今天也缺' }] },
    });
    column = '诉求';
    expect(await replay.run('all')).toMatchObject({ stored: 1, stillRefused: [] });
    expect(line.texts).toEqual(['甲，集资']);
  });
});
