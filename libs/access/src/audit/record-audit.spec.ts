import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '@risk/kit';
import fc from 'fast-check';
import { auditEvent } from '../testing/audit-event.js';
import { InMemoryAuditTrail } from '../testing/in-memory-audit-trail.js';
import type { AuditEvent } from './audit-event.js';
import { AuditVerifier } from './audit-verifier.js';
import { RecordAudit } from './record-audit.js';

/** A trail that lets a test say when each append ends and how. */
class SlowTrail extends InMemoryAuditTrail {
  readonly groups: number[] = [];
  under = 0;

  constructor(private readonly end: (group: number) => Promise<'kept' | 'failed' | 'lost answer'>) {
    super();
  }

  override async append(events: readonly AuditEvent[]): Promise<string[]> {
    this.under += 1;
    expect(this.under).toBe(1);
    const end = await this.end(this.groups.push(events.length));
    this.under -= 1;
    if (end === 'failed') throw new Unavailable('数据库暂时不可用');
    const seqs = await super.append(events);
    if (end === 'lost answer') throw new Unavailable('事务未能提交');
    return seqs;
  }
}

const named = (who: string, times = 1) =>
  Array.from({ length: times }, (_, n) => auditEvent({ who, detail: { n } }));

/** A gate that each append waits at. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    opened,
    open: () => {
      open();
    },
  };
}

describe('recording', () => {
  it('puts who comes meanwhile together', async () => {
    const { opened, open } = gate();
    const trail = new SlowTrail(async () => {
      await opened;
      return 'kept';
    });
    const record = new RecordAudit(trail);
    const first = record.run(named('甲'));
    await new Promise(setImmediate);
    const rest = ['乙', '丙', '丁'].map((who) => record.run(named(who, 2)));
    open();
    expect(await first).toEqual(['1']);
    expect(await Promise.all(rest)).toEqual([
      ['2', '3'],
      ['4', '5'],
      ['6', '7'],
    ]);
    expect(trail.groups).toEqual([1, 6]);
  });

  it('puts who comes in the same turn together', async () => {
    const trail = new SlowTrail(() => Promise.resolve('kept'));
    const record = new RecordAudit(trail);
    await Promise.all(Array.from({ length: 50 }, () => record.run(named('甲'))));
    expect(trail.groups).toEqual([50]);
  });

  it('answers nothing to nothing', async () => {
    expect(await new RecordAudit(new InMemoryAuditTrail()).run([])).toEqual([]);
  });

  it('refuses one wrong event without failing the others', async () => {
    const record = new RecordAudit(new InMemoryAuditTrail());
    const [good, bad] = await Promise.allSettled([
      record.run(named('甲')),
      record.run([auditEvent({ action: '' })]),
    ]);
    expect(good).toEqual({ status: 'fulfilled', value: ['1'] });
    expect(bad).toMatchObject({ status: 'rejected', reason: { kind: 'invalid' } });
  });

  it('goes on after a failure', async () => {
    const trail = new SlowTrail((group) => Promise.resolve(group === 1 ? 'failed' : 'kept'));
    const record = new RecordAudit(trail);
    await expect(record.run(named('甲'))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await record.run(named('乙'))).toEqual(['1']);
  });

  it('takes a group no larger than it may be, but never splits a caller', async () => {
    const trail = new SlowTrail(() => Promise.resolve('kept'));
    const record = new RecordAudit(trail, { waiting: 100, together: 5 });
    await Promise.all([7, 2, 2, 2, 1].map((times) => record.run(named('甲', times))));
    expect(trail.groups).toEqual([7, 4, 3]);
  });

  it('refuses when too many wait, and keeps those that do', async () => {
    const { opened, open } = gate();
    const trail = new SlowTrail(async () => {
      await opened;
      return 'kept';
    });
    const record = new RecordAudit(trail, { waiting: 3, together: 10 });
    const begun = record.run(named('甲'));
    await new Promise(setImmediate);
    const waiting = record.run(named('乙', 3));
    await expect(record.run(named('丙'))).rejects.toMatchObject({ kind: 'unavailable' });
    open();
    expect([await begun, await waiting]).toEqual([['1'], ['2', '3', '4']]);
    await record.idle();
    expect(trail.kept).toHaveLength(4);
  });

  it('is idle when everybody was answered', async () => {
    const trail = new SlowTrail(() => Promise.resolve('kept'));
    const record = new RecordAudit(trail, { waiting: 100, together: 1 });
    const all = ['甲', '乙', '丙'].map((who) => record.run(named(who)));
    await record.idle();
    expect(trail.kept).toHaveLength(3);
    await Promise.all(all);
    await record.idle();
  });
});

describe('however callers and commits interleave', () => {
  const ends = fc.constantFrom(
    'kept' as const,
    'kept' as const,
    'failed' as const,
    'lost answer' as const,
  );

  it('no record is lost, doubled or answered wrongly', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 15 }),
        fc.infiniteStream(ends),
        async (scheduler, callers, fates) => {
          const told = new Map<number, string>();
          const trail = new SlowTrail(async (group) => {
            const { value } = fates.next();
            told.set(group, value as string);
            await scheduler.schedule(Promise.resolve());
            return value as 'kept';
          });
          const record = new RecordAudit(trail, { waiting: 1_000, together: 6 });
          const calls = callers.map(async (times, n) => {
            await scheduler.schedule(Promise.resolve());
            return record.run(named(`${n}`, times));
          });
          const settled = Promise.allSettled(calls);
          await scheduler.waitFor(settled);
          const answers = await settled;
          answers.forEach((answer, n) => {
            const mine = trail.kept.filter(({ who }) => who === `${n}`);
            if (answer.status === 'fulfilled') {
              expect(mine.map(({ seq }) => seq)).toEqual(answer.value);
              expect(mine).toHaveLength(callers[n]!);
            } else {
              // The answer of a commit may be lost: then all of a caller's events are there once, or none is.
              expect([0, callers[n]]).toContain(mine.length);
            }
            expect(mine.map(({ detail }) => detail?.['n'])).toEqual(mine.map((_, at) => at));
          });
          if (![...told.values()].includes('lost answer'))
            expect(trail.kept).toHaveLength(
              answers.reduce((sum, a) => sum + (a.status === 'fulfilled' ? a.value.length : 0), 0),
            );
          const verifier = new AuditVerifier();
          expect(trail.kept.flatMap((line) => verifier.take(line))).toEqual([]);
          expect(verifier.finish(await trail.head())).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
