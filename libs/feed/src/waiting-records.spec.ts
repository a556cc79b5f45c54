import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SetDown, commitRequestOf, type Piece } from './delivery.js';
import { PaperDelivery } from './testing/deliveries.js';
import { WaitingRecords } from './waiting-records.js';

const sizesOf = (pieces: readonly Piece[]): number[][] =>
  pieces.map(({ delivery, messages }) => [delivery.place.partition, messages.length]);

function waitingWith(...papers: PaperDelivery[]): WaitingRecords {
  const waiting = new WaitingRecords();
  for (const { delivery } of papers) waiting.add(delivery);
  return waiting;
}

describe('cutting batches', () => {
  it('gathers small deliveries of many partitions into one batch', () => {
    const waiting = waitingWith(...[0, 1, 2].map((p) => new PaperDelivery(p, 4)));
    expect(sizesOf(waiting.take(1_000))).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
    ]);
    expect(waiting.take(1_000)).toEqual([]);
  });

  it('never puts a partition into two batches at once', () => {
    const paper = new PaperDelivery(0, 10);
    const waiting = waitingWith(paper, new PaperDelivery(1, 3));
    const [first] = waiting.take(5);
    expect(sizesOf(waiting.take(5))).toEqual([[1, 3]]);
    first!.delivery.settle(first!);
    expect(sizesOf(waiting.take(100))).toEqual([[0, 5]]);
  });

  it('commits behind the last message of each piece, and behind what Kafka hid at the end', () => {
    const waiting = waitingWith(new PaperDelivery(0, 3, 40, 1), new PaperDelivery(7, 5));
    const partitions = [
      { partition: 0, offset: '44' },
      { partition: 7, offset: '2' },
    ];
    expect(commitRequestOf(waiting.take(5))).toEqual({ topics: [{ topic: 't', partitions }] });
  });

  it('counts offsets beyond what a double can hold', () => {
    const paper = new PaperDelivery(0, 1);
    const piece = { delivery: paper.delivery, messages: [], upTo: '9007199254740993' };
    expect(commitRequestOf([piece]).topics[0]?.partitions[0]?.offset).toBe('9007199254740994');
  });
});

describe('interruption', () => {
  it('ends waiting deliveries now and those in flight after their piece', async () => {
    const [busy, idle] = [new PaperDelivery(0, 10), new PaperDelivery(1, 10)];
    const waiting = waitingWith(busy, idle);
    const [piece] = waiting.take(5);
    waiting.interrupt(new Error('rebalance'));
    await Promise.resolve();
    expect([busy.outcome, idle.outcome]).toEqual(['open', new Error('rebalance')]);
    piece!.delivery.settle(piece!);
    await Promise.resolve();
    expect(busy.outcome).toEqual(new Error('rebalance'));
    expect(busy.resolved).toEqual(['4']);
    expect(waiting.take(5)).toEqual([]);
  });

  it('is no failure when it comes from us: what is set down stays in Kafka unresolved', async () => {
    const paper = new PaperDelivery(0, 10);
    waitingWith(paper).interrupt(new SetDown());
    await Promise.resolve();
    expect([paper.outcome, paper.resolved]).toEqual(['done', []]);
  });
});

describe('whatever the sizes and the order of ends', () => {
  it('hands out every message exactly once and in the order of its partition', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
    const most = fc.integer({ min: 1, max: 40 });
    const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(sizes, most, choices, (lengths, room, picks) => {
        const papers = lengths.map((n, partition) => new PaperDelivery(partition, n));
        const waiting = waitingWith(...papers);
        const seen = lengths.map((): string[] => []);
        const open: Piece[][] = [];
        for (let step = 0; ; step += 1) {
          const batch = waiting.take(room);
          expect(batch.reduce((sum, { messages }) => sum + messages.length, 0)).toBeLessThanOrEqual(
            room,
          );
          if (batch.length > 0) open.push(batch);
          const [ending] = open.splice(picks[step % picks.length]! % Math.max(1, open.length), 1);
          if (!ending) break;
          for (const piece of ending) {
            seen[piece.delivery.place.partition]!.push(
              ...piece.messages.map(({ offset }) => offset),
            );
            piece.delivery.settle(piece);
          }
          waiting.sweep();
        }
        expect(seen).toEqual(lengths.map((n) => Array.from({ length: n }, (_, i) => String(i))));
        expect(papers.map(({ resolved }) => resolved.at(-1))).toEqual(
          lengths.map((n) => String(n - 1)),
        );
      }),
    );
  });
});
