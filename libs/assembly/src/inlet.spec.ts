import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '@risk/kit';
import { acceptedSum, DirectInlet, type Accepted } from './inlet.js';
import { NOTHING, type BatchReport } from './process-batch.js';
import { LineInMemory, items } from './testing/line-in-memory.js';

describe('the inlet without Kafka', () => {
  it('answers after the commit with what became of the items', async () => {
    const line = new LineInMemory();
    const accepted = await new DirectInlet(line.process).accept(items('甲', '{', '甲'));
    expect(accepted).toMatchObject({
      kept: true,
      received: 3,
      stored: 1,
      duplicate: 1,
      deadLettered: 1,
      refusals: [{ origin: { index: 1 } }],
    });
    expect(line.work.committed).toBe(1);
  });

  it('passes an outage on to the door', async () => {
    const line = new LineInMemory();
    line.verdicts.failOn.set('甲', () => new Unavailable('数据库暂时不可用'));
    await expect(new DirectInlet(line.process).accept(items('甲'))).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});

describe('the answers of one delivery', () => {
  const kept = (figures: Partial<BatchReport>): Accepted => ({
    kept: true,
    ...NOTHING,
    ...figures,
  });
  const queued = (count: number): Accepted => ({ kept: false, queued: count });

  it.each<[string, Accepted[], Accepted]>([
    ['none', [], kept({})],
    ['one', [kept({ received: 2, stored: 2 })], kept({ received: 2, stored: 2 })],
    [
      'several that were kept',
      [
        kept({
          received: 2,
          stored: 1,
          deadLettered: 1,
          refusals: [{ origin: { index: 1 }, reason: 'a' }],
        }),
        kept({ received: 3, duplicate: 3 }),
        kept({
          received: 1,
          stored: 1,
          raised: 1,
          refusals: [{ origin: { index: 9 }, reason: 'b' }],
        }),
      ],
      kept({
        received: 6,
        stored: 2,
        duplicate: 3,
        deadLettered: 1,
        raised: 1,
        refusals: [
          { origin: { index: 1 }, reason: 'a' },
          { origin: { index: 9 }, reason: 'b' },
        ],
      }),
    ],
    ['several that lie in the broker', [queued(500), queued(3)], queued(503)],
    [
      'some of each: nothing is promised that is not kept',
      [queued(5), kept({ received: 2 })],
      queued(7),
    ],
  ])('%s', (_name, answers, sum) => {
    expect(acceptedSum(answers)).toEqual(sum);
  });
});
