import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Invalid, Unavailable, fingerprintOf } from '@risk/kit';
import { NOTHING, sumOf, type BatchReport } from './process-batch.js';
import { LineInMemory, envelope, items } from './testing/line-in-memory.js';

/** All that the stores hold, to be compared. */
const contentOf = ({ known, alerts, vault }: LineInMemory): string =>
  fingerprintOf([Object.entries(known), [...known.verdicts], alerts.open, vault.sealed]);

const refusing = (line: LineInMemory, ...texts: string[]): void => {
  for (const text of texts)
    line.verdicts.failOn.set(text, () => new Invalid(`数据库不能保存这个值：${text}`));
};

describe('a batch', () => {
  it('is received, assessed and raised in one transaction', async () => {
    const line = new LineInMemory();
    const report = await line.process.run(items('甲，集资一', '甲，集资二', '乙，路灯坏了'));
    expect(report).toEqual({
      received: 3,
      stored: 3,
      duplicate: 0,
      deadLettered: 0,
      raised: 1,
      upgraded: 0,
      refusals: [],
    });
    expect(line.work).toMatchObject({ committed: 1, rolledBack: 0 });
    expect(line.alerts.open).toMatchObject([{ tier: 'red' }]);
    expect(line.booked).toEqual({ received: 3, stored: 3, duplicate: 0, deadLettered: 0 });
  });

  it('of nothing touches nothing', async () => {
    const line = new LineInMemory();
    expect(await line.process.run([])).toEqual(NOTHING);
    expect(line.work.committed).toBe(0);
  });

  it('delivered a second time changes nothing but the ledger', async () => {
    const line = new LineInMemory();
    await line.process.run(items('甲，集资一', '坏了吗'));
    const before = contentOf(line);
    const report = await line.process.run(items('甲，集资一', '坏了吗'));
    expect(report).toMatchObject({ received: 2, stored: 0, duplicate: 2, raised: 0 });
    expect(contentOf(line)).toBe(before);
    expect(line.booked).toEqual({ received: 4, stored: 2, duplicate: 2, deadLettered: 0 });
  });

  it('tells a rise of an alert from its opening', async () => {
    const line = new LineInMemory();
    expect(await line.process.run(items('甲，集资一'))).toMatchObject({ raised: 1, upgraded: 0 });
    expect(await line.process.run(items('甲，集资二'))).toMatchObject({ raised: 0, upgraded: 1 });
  });

  it('marks samples as samples', async () => {
    const line = new LineInMemory();
    await line.process.run(items(envelope('甲', { source: 'sample-hotline' }), envelope('乙')));
    expect(line.known.entities.map((e) => e.sample)).toEqual([true, false]);
  });
});

describe('what cannot be read', () => {
  const STRANGER = envelope('丙', { source: 'nobody' });

  it('becomes a dead letter with its reason and its original bytes; the others go in', async () => {
    const line = new LineInMemory();
    const report = await line.process.run(items('甲', '{"source":"hotline"', STRANGER, '乙'));
    expect(report).toMatchObject({ received: 4, stored: 2, deadLettered: 2 });
    expect(report.refusals).toEqual([
      { origin: { index: 1 }, reason: expect.stringContaining('JSON') },
      { origin: { index: 2 }, reason: expect.stringContaining('nobody') },
    ]);
    expect(line.texts).toEqual(['甲', '乙']);
    expect(line.records.letters.map((l) => Buffer.from(l.item.bytes).toString())).toEqual([
      '{"source":"hotline"',
      STRANGER,
    ]);
  });

  it('of a batch of nothing else is kept all the same', async () => {
    const line = new LineInMemory();
    const report = await line.process.run(items('{', '{{'));
    expect(report).toMatchObject({ received: 2, deadLettered: 2 });
    expect(line.booked).toEqual({ received: 2, stored: 0, duplicate: 0, deadLettered: 2 });
  });
});

describe('a record that the judge breaks on', () => {
  it('becomes a dead letter alone, and a person is woken', async () => {
    const line = new LineInMemory();
    const report = await line.process.run(items('甲', '乙，判不了', '丙'));
    expect(report).toMatchObject({ received: 3, stored: 2, deadLettered: 1 });
    expect(report.refusals).toEqual([
      { origin: { index: 1 }, reason: expect.stringContaining('内部错误') },
    ]);
    expect(line.texts).toEqual(['甲', '丙']);
    expect(line.records.letters).toMatchObject([{ source: 'hotline' }]);
    expect(line.log.lines).toMatchObject([{ level: 'error', facts: { origin: { index: 1 } } }]);
    expect(line.work.rolledBack).toBe(0);
  });
});

describe('a record that the database refuses', () => {
  it('stands alone in the end: it becomes a dead letter and its neighbours go in', async () => {
    const line = new LineInMemory();
    refusing(line, '毒');
    const report = await line.process.run(items('甲', '乙', '丙，集资', '毒', '丁', '戊', '己'));
    expect(report).toMatchObject({ received: 7, stored: 6, deadLettered: 1, raised: 1 });
    expect(report.refusals).toEqual([{ origin: { index: 3 }, reason: '数据库不能保存这个值：毒' }]);
    expect(line.texts).toEqual(['甲', '乙', '丙，集资', '丁', '戊', '己']);
    expect(line.booked).toEqual({ received: 7, stored: 6, duplicate: 0, deadLettered: 1 });
    expect(line.records.letters).toMatchObject([
      { source: 'hotline', reason: '数据库不能保存这个值：毒' },
    ]);
  });

  it('is found whatever else is in the batch, each record once and in order', async () => {
    const kind = fc.constantFrom('good', 'refused', 'unreadable', 'unjudged');
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 24 }), async (kinds) => {
        const line = new LineInMemory();
        const texts = kinds.map((k, n) => {
          if (k === 'unreadable') return `{${n}`;
          return k === 'unjudged' ? `${n}，判不了` : `${k}${n}`;
        });
        refusing(line, ...texts.filter((_, n) => kinds[n] === 'refused'));
        const report = await line.process.run(items(...texts));
        const good = texts.filter((_, n) => kinds[n] === 'good');
        expect(line.texts).toEqual(good);
        expect(report).toMatchObject({
          received: kinds.length,
          stored: good.length,
          duplicate: 0,
          deadLettered: kinds.length - good.length,
        });
        const refused = report.refusals.map((r) => r.origin['index']).sort((a, b) => +a! - +b!);
        expect(refused).toEqual([...kinds.keys()].filter((n) => kinds[n] !== 'good'));
        const { refusals: _, raised: _raised, upgraded: _upgraded, ...figures } = report;
        expect(line.booked).toEqual(figures);
      }),
    );
  });

  it('costs a number of tries that grows with the logarithm of the batch', async () => {
    const line = new LineInMemory();
    refusing(line, '毒');
    const texts = Array.from({ length: 500 }, (_, n) => `件${n}`);
    await line.process.run(items(...texts.slice(0, 123), '毒', ...texts.slice(123)));
    expect(line.work.rolledBack).toBeLessThanOrEqual(10);
  });

  it('for a reason without words of its own still has one', async () => {
    const line = new LineInMemory();
    line.verdicts.failOn.set('毒', () => 'odd' as unknown as Error);
    const report = await line.process.run(items('毒'));
    expect(report.refusals).toEqual([
      { origin: { index: 0 }, reason: expect.stringContaining('odd') },
    ]);
  });
});

describe('an outage', () => {
  const outage = () => new Unavailable('数据库暂时不可用');

  it('is nobody’s fault: nothing is halved, nothing is buried, the batch comes again', async () => {
    const line = new LineInMemory();
    line.verdicts.failOn.set('乙', outage);
    await expect(line.process.run(items('甲', '乙', '丙'))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(line.work.rolledBack).toBe(1);
    expect([line.texts, line.records.letters, line.records.ledger]).toEqual([[], [], []]);
    line.verdicts.failOn.clear();
    expect(await line.process.run(items('甲', '乙', '丙'))).toMatchObject({ stored: 3 });
  });

  it('in the middle of a search for a bad record is told, and the second try ends it', async () => {
    const line = new LineInMemory();
    refusing(line, '毒');
    line.verdicts.failOn.set('丁', outage);
    const batch = items('甲', '毒', '丙', '丁');
    await expect(line.process.run(batch)).rejects.toMatchObject({ kind: 'unavailable' });
    line.verdicts.failOn.delete('丁');
    await line.process.run(batch);
    expect([...line.texts].sort()).toEqual(['丁', '丙', '甲'].sort());
    expect(line.records.letters).toHaveLength(1);
    const { received, stored, duplicate, deadLettered } = line.booked;
    expect(received).toBe(stored + duplicate + deadLettered);
  });
});

describe('sums', () => {
  const count = fc.nat(1000);
  const report: fc.Arbitrary<BatchReport> = fc.record({
    received: count,
    stored: count,
    duplicate: count,
    deadLettered: count,
    raised: count,
    upgraded: count,
    refusals: fc.array(fc.record({ origin: fc.record({ index: count }), reason: fc.string() })),
  });

  it('add every figure, keep refusals in order, and nothing is their zero', () => {
    fc.assert(
      fc.property(report, report, report, (a, b, c) => {
        expect(sumOf(sumOf(a, b), c)).toEqual(sumOf(a, sumOf(b, c)));
        expect(sumOf(NOTHING, a)).toEqual(a);
        expect(sumOf(a, b).refusals).toEqual([...a.refusals, ...b.refusals]);
        expect(sumOf(a, b).upgraded).toBe(a.upgraded + b.upgraded);
      }),
    );
  });
});
