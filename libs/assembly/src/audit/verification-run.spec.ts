import { beforeEach, describe, expect, it } from '@jest/globals';
import { VerifyAudit } from '@risk/access';
import { auditEvent } from '../../../access/src/testing/audit-event.js';
import {
  InMemoryAuditTrail,
  InMemoryCheckpoints,
} from '../../../access/src/testing/in-memory-audit-trail.js';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { VerificationRun } from './verification-run.js';

const MOMENT = '2026-11-28T01:00:00Z';
const NOW = new Date(MOMENT);

let trail: InMemoryAuditTrail;
let outside: InMemoryCheckpoints;
let run: VerificationRun;
beforeEach(async () => {
  trail = new InMemoryAuditTrail();
  outside = new InMemoryCheckpoints();
  await trail.append([auditEvent(), auditEvent(), auditEvent()]);
  run = new VerificationRun(new VerifyAudit(trail), outside, new FakeClock(MOMENT), new FakeLog());
});

/** Waits until the run is over. */
async function over(): Promise<ReturnType<VerificationRun['read']>> {
  while (run.read().state === 'running') await new Promise(setImmediate);
  return run.read();
}

describe('the verification of the trail in the background', () => {
  it('was never asked for at first', () => {
    expect(run.read()).toEqual({ state: 'never' });
  });

  it('answers at once, and what came of it later', async () => {
    await outside.keep({ ...trail.headNow, at: NOW });
    expect(run.start()).toEqual({ state: 'running', startedAt: NOW, done: 0, of: 0 });
    expect(await over()).toMatchObject({
      ...{ state: 'done', startedAt: NOW, finishedAt: NOW },
      verdict: { size: 3, faults: 0, told: [], checkpoints: 1 },
    });
  });

  it('is under way once at a time, however often it is asked for', async () => {
    let streamed = 0;
    const stream = trail.stream.bind(trail);
    trail.stream = (from) => {
      streamed += 1;
      return stream(from);
    };
    run.start();
    run.start();
    await over();
    expect(streamed).toBe(1);
    run.start();
    await over();
    expect(streamed).toBe(2);
  });

  it('tells what it found', async () => {
    trail.kept[1] = { ...trail.kept[1]!, who: '别人' };
    run.start();
    expect(await over()).toMatchObject({ verdict: { told: [{ kind: 'changed', seq: '2' }] } });
  });

  it('says when it could not be done, and can be begun anew', async () => {
    const stream = trail.stream.bind(trail);
    trail.stream = () => {
      throw new Error('gone');
    };
    run.start();
    expect(await over()).toEqual({ state: 'failed', startedAt: NOW, finishedAt: NOW });
    trail.stream = stream;
    run.start();
    expect((await over()).state).toBe('done');
  });
});
