import { describe, expect, it } from '@jest/globals';
import { auditEvent } from '../testing/audit-event.js';
import { InMemoryAuditTrail } from '../testing/in-memory-audit-trail.js';
import type { AuditHead, AuditLine } from './audit-event.js';
import { VerifyAudit } from './verify-audit.js';

const events = (times: number) => Array.from({ length: times }, () => auditEvent());

async function verified(trail: InMemoryAuditTrail, checkpoints: readonly AuditHead[] = []) {
  const faults: string[] = [];
  const progress: number[] = [];
  const verdict = await new VerifyAudit(trail).run({
    checkpoints,
    onFault: ({ kind, seq }) => faults.push(`${kind} ${seq}`),
    onProgress: (done) => progress.push(done),
  });
  return { faults, progress, verdict };
}

describe('verifying', () => {
  it('says how far the trail reaches, and how far it got', async () => {
    const trail = new InMemoryAuditTrail();
    await trail.append(events(2_500));
    const { faults, progress, verdict } = await verified(trail);
    expect(faults).toEqual([]);
    expect(progress).toEqual([1_000, 2_000]);
    expect(verdict).toEqual({ ...trail.headNow, faults: 0 });
  });

  it('looks at the checkpoints beside the trail and at those from outside', async () => {
    const trail = new InMemoryAuditTrail();
    await trail.append(events(3));
    trail.keptCheckpoints.push({ size: 2, hash: 'e'.repeat(64), at: new Date() });
    const { faults, verdict } = await verified(trail, [{ size: 9, hash: 'f'.repeat(64) }]);
    expect(faults).toEqual(['checkpoint-differs 2', 'shorter 9']);
    expect(verdict.faults).toBe(2);
  });

  it('takes along what is written while it reads', async () => {
    const trail = new (class extends InMemoryAuditTrail {
      override async *stream(fromSeq: string): AsyncIterable<AuditLine> {
        yield* super.stream(fromSeq);
        await this.append(events(2));
      }
    })();
    await trail.append(events(3));
    const { faults, verdict } = await verified(trail);
    expect(faults).toEqual([]);
    expect(verdict.size).toBe(5);
  });

  it('is not deceived by a tail that is cut while it reads', async () => {
    const trail = new (class extends InMemoryAuditTrail {
      override async *stream(fromSeq: string): AsyncIterable<AuditLine> {
        for await (const line of super.stream(fromSeq)) if (Number(line.seq) < 3) yield line;
      }
    })();
    await trail.append(events(3));
    expect((await verified(trail)).faults).toEqual(['head-differs 2']);
  });
});
