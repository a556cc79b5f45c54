import { describe, expect, it } from '@jest/globals';
import { days } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { auditEvent } from '../testing/audit-event.js';
import { InMemoryAuditTrail, InMemoryCheckpoints } from '../testing/in-memory-audit-trail.js';
import { GENESIS } from './audit-hash.js';
import { checkpointText, readCheckpoint, readCheckpoints } from './checkpoint-text.js';
import { KeepDailyCheckpoint } from './keep-daily-checkpoint.js';

const HASH = 'ab'.repeat(32);
const AT = new Date('2026-11-02T15:50:00.000Z');

describe('a checkpoint in writing', () => {
  it('is one line, and reads as it was written', () => {
    const text = checkpointText({ size: 12, hash: HASH, at: AT });
    expect(text).toBe(`12:${HASH} 2026-11-02T15:50:00.000Z`);
    expect(readCheckpoints(text, 'x')).toEqual([{ size: 12, hash: HASH, at: AT }]);
  });

  it('may be typed without its moment, in capitals, with comments and empty lines', () => {
    expect(readCheckpoint(` 12:${HASH.toUpperCase()} `, 'x')).toMatchObject({
      size: 12,
      hash: HASH,
    });
    expect(readCheckpoints(`# 纸上抄来\r\n\n7:${HASH}\n`, 'x')).toMatchObject([{ size: 7 }]);
  });

  it.each(['', HASH, `:${HASH}`, `x:${HASH}`, `-1:${HASH}`, `1:${HASH}0`, `1:${HASH} gestern`])(
    'that is none is refused with its place: %j',
    (text) => {
      expect(() => readCheckpoint(text, '--checkpoint')).toThrow('--checkpoint：');
      expect(() => readCheckpoints(`1:${HASH}\n${text || '?'}`, 'a.log')).toThrow('a.log 第 2 行');
    },
  );
});

describe('the checkpoint of a day', () => {
  async function begun(lines = 2) {
    const [trail, outside] = [new InMemoryAuditTrail(), new InMemoryCheckpoints()];
    const [clock, log] = [new FakeClock(), new FakeLog()];
    await trail.append(Array.from({ length: lines }, () => auditEvent()));
    return {
      trail,
      outside,
      clock,
      log,
      daily: new KeepDailyCheckpoint(trail, outside, clock, log),
    };
  }

  it('is kept once a day, beside the trail and outside', async () => {
    const { trail, outside, clock, daily } = await begun();
    const first = await daily.run();
    expect(first).toEqual({ ...trail.headNow, at: clock.now() });
    expect(await daily.run()).toBeNull();
    clock.goTo('2026-11-02T23:59:00+08:00');
    expect(await daily.run()).toBeNull();
    clock.goTo('2026-11-03T00:00:00+08:00');
    await trail.append([auditEvent()]);
    const second = await daily.run();
    expect(outside.kept).toEqual([first, second]);
    expect(trail.keptCheckpoints).toEqual(outside.kept);
  });

  it('waits for a first line', async () => {
    const { outside, daily } = await begun(0);
    expect(await daily.run()).toBeNull();
    expect(outside.kept).toEqual([]);
  });

  it('is kept again when it did not get outside', async () => {
    const { trail, outside, daily } = await begun();
    const keep = outside.keep.bind(outside);
    outside.keep = () => Promise.reject(new Error('disk full'));
    await expect(daily.run()).rejects.toThrow('disk full');
    outside.keep = keep;
    expect(await daily.run()).toEqual({ ...trail.headNow, at: trail.keptCheckpoints[0]!.at });
  });

  it.each<[string, (trail: InMemoryAuditTrail) => void]>([
    [
      'shorter',
      (trail) => {
        trail.kept.pop();
        trail.headNow = { size: 1, hash: trail.kept[0]!.hash };
      },
    ],
    [
      'another',
      (trail) => {
        trail.kept[1] = { ...trail.kept[1]!, hash: HASH };
      },
    ],
    [
      'empty',
      (trail) => {
        trail.kept = [];
        trail.headNow = GENESIS;
      },
    ],
  ])('is refused to a trail that became %s, and somebody is woken', async (_what, tamper) => {
    const { trail, outside, clock, log, daily } = await begun();
    await daily.run();
    clock.advance(days(1));
    tamper(trail);
    expect(await daily.run()).toBeNull();
    expect(outside.kept).toHaveLength(1);
    expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
  });
});
