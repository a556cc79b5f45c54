import { describe, expect, it } from '@jest/globals';
import { Invalid, SilentLog, Unavailable } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { BatchHandler } from './batch-handler.js';
import { BatchLanes, type LaneOptions } from './batch-lanes.js';
import type { FeedMessage } from './feed-message.js';
import { SparingLog } from './sparing-log.js';
import { PaperDelivery } from './testing/deliveries.js';
import { until } from './testing/until.js';

/** Holds each batch until it is told what becomes of it. */
class HeldHandler extends BatchHandler {
  readonly held: {
    batch: readonly FeedMessage[];
    done: () => void;
    fail: (error: Error) => void;
  }[] = [];

  handle(batch: readonly FeedMessage[]): Promise<void> {
    return new Promise((done, fail) => {
      this.held.push({ batch, done, fail });
    });
  }

  async next(n: number): Promise<HeldHandler['held'][number]> {
    await until(() => this.held.length >= n);
    return this.held[n - 1]!;
  }
}

function scene(options: Partial<LaneOptions> = {}) {
  const handler = new HeldHandler();
  const clock = new FakeClock();
  const lanes = new BatchLanes(
    handler,
    {
      maxBatchRecords: 10,
      batchesAtOnce: 1,
      backOff: { first: 1, most: 2 },
      heartbeatEvery: 3_600_000,
      ...options,
    },
    new SparingLog(new SilentLog(), clock),
    clock,
  );
  return { handler, lanes };
}

const rebalancing = (): Error =>
  Object.assign(new Error('the group is rebalancing'), { type: 'REBALANCE_IN_PROGRESS' });

describe('the lanes', () => {
  it('hand several partitions to the handler as one batch and commit once behind it', async () => {
    const { handler, lanes } = scene();
    const papers = [new PaperDelivery(0, 3), new PaperDelivery(1, 4)];
    const ended = Promise.all(papers.map(({ delivery }) => lanes.accept(delivery)));
    const held = await handler.next(1);
    expect(held.batch).toHaveLength(7);
    expect(papers.flatMap(({ commits }) => commits)).toEqual([]);
    held.done();
    await ended;
    expect(papers.map(({ commits }) => commits.length)).toEqual([1, 0]);
    expect(papers.map(({ resolved }) => resolved)).toEqual([['2'], ['3']]);
    expect(lanes.running()).toEqual([]);
  });

  it('cut a large delivery and take its pieces one after the other', async () => {
    const { handler, lanes } = scene({ batchesAtOnce: 2 });
    const paper = new PaperDelivery(0, 25);
    const ended = lanes.accept(paper.delivery);
    for (const n of [1, 2, 3]) {
      (await handler.next(n)).done();
      expect(handler.held).toHaveLength(n);
    }
    await ended;
    expect(handler.held.map(({ batch }) => batch.length)).toEqual([10, 10, 5]);
    expect(paper.resolved).toEqual(['9', '19', '24']);
  });

  it('run different partitions side by side when asked to', async () => {
    const { handler, lanes } = scene({ batchesAtOnce: 2 });
    const ended = [0, 1, 2].map((p) => lanes.accept(new PaperDelivery(p, 10).delivery));
    await handler.next(2);
    expect(lanes.running()).toHaveLength(2);
    handler.held[0]!.done();
    await handler.next(3);
    expect(handler.held.map(({ batch }) => batch[0]?.partition)).toEqual([0, 1, 2]);
    for (const { done } of handler.held) done();
    await Promise.all(ended);
  });

  it.each([
    ['an outage', new Unavailable('数据库连接中断')],
    ['a bug', new TypeError('x is undefined')],
    ['a refusal the handler should have dealt with', new Invalid('第 3 条')],
  ])('bring the same batch again after %s, and tell of it meanwhile', async (_, failure) => {
    const { handler, lanes } = scene();
    const paper = new PaperDelivery(0, 3);
    const ended = lanes.accept(paper.delivery);
    (await handler.next(1)).fail(failure);
    (await handler.next(2)).fail(failure);
    const third = await handler.next(3);
    expect(lanes.running()).toMatchObject([{ failures: 2, because: failure.message }]);
    expect(paper.commits).toEqual([]);
    third.done();
    await ended;
    expect(handler.held.every(({ batch }) => batch.length === 3)).toBe(true);
    expect(paper.resolved).toEqual(['2']);
  });

  it('keep the partition alive while a batch takes long', async () => {
    const { handler, lanes } = scene({ heartbeatEvery: 1 });
    const paper = new PaperDelivery(0, 1);
    const ended = lanes.accept(paper.delivery);
    const held = await handler.next(1);
    await until(() => paper.heartbeats > 2);
    paper.heartbeatFailure = new Error('connection reset'); // may heal: no reason to drop the batch
    const before = paper.heartbeats;
    await until(() => paper.heartbeats > before + 2);
    held.done();
    await ended;
    expect(paper.commits).toHaveLength(1);
  });

  it('finish and commit the batch in hand when the group rebalances, and give the rest back', async () => {
    const { handler, lanes } = scene({ heartbeatEvery: 1 });
    const papers = [new PaperDelivery(0, 15), new PaperDelivery(1, 5)];
    for (const { delivery } of papers) lanes.accept(delivery).catch(() => undefined);
    const held = await handler.next(1);
    papers[0]!.heartbeatFailure = rebalancing();
    await until(() => papers[1]!.outcome !== 'open');
    held.done();
    await until(() => papers[0]!.outcome !== 'open');
    expect(papers.map(({ outcome }) => outcome)).toEqual([rebalancing(), rebalancing()]);
    expect(papers[0]!.resolved).toEqual(['9']);
    expect(papers[0]!.commits).toHaveLength(1);
    expect(handler.held).toHaveLength(1);
  });

  it('stop trying when the group rebalances during an outage', async () => {
    const { handler, lanes } = scene({
      heartbeatEvery: 1,
      backOff: { first: 3_600_000, most: 3_600_000 },
    });
    const paper = new PaperDelivery(0, 5);
    lanes.accept(paper.delivery).catch(() => undefined);
    (await handler.next(1)).fail(new Unavailable('数据库连接中断'));
    paper.heartbeatFailure = rebalancing();
    await until(() => paper.outcome !== 'open');
    expect([paper.outcome, paper.resolved, paper.commits]).toEqual([rebalancing(), [], []]);
  });

  it('let the batch come again when its commit fails', async () => {
    const { handler, lanes } = scene();
    const paper = new PaperDelivery(0, 5);
    paper.commitFailure = rebalancing();
    const ended = lanes.accept(paper.delivery);
    (await handler.next(1)).done();
    await expect(ended).rejects.toThrow('rebalancing');
    expect(paper.resolved).toEqual([]);
  });

  it('stop after the batch in hand and set the rest down', async () => {
    const { handler, lanes } = scene();
    const papers = [new PaperDelivery(0, 15), new PaperDelivery(1, 5)];
    const ended = papers.map(({ delivery }) => lanes.accept(delivery));
    const held = await handler.next(1);
    lanes.stop();
    await ended[1];
    held.done();
    await ended[0];
    expect(papers.map(({ resolved }) => resolved)).toEqual([['9'], []]);
    expect(papers[0]!.commits).toHaveLength(1);
    const late = new PaperDelivery(2, 1);
    await lanes.accept(late.delivery);
    expect(late.resolved).toEqual([]);
    expect(handler.held).toHaveLength(1);
  });
});
