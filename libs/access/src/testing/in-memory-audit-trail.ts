import { chinaDay } from '@risk/kit';
import type { AuditCheckpoint, AuditEvent, AuditHead, AuditLine } from '../audit/audit-event.js';
import { GENESIS } from '../audit/audit-hash.js';
import { chainAfter } from '../audit/chain-after.js';
import { AuditTrail, OutsideCheckpoints, type AuditQuestion } from '../audit/ports.js';

/** A trail in memory; a test may tamper with its lines. */
export class InMemoryAuditTrail extends AuditTrail {
  kept: AuditLine[] = [];
  readonly keptCheckpoints: AuditCheckpoint[] = [];
  headNow: AuditHead = GENESIS;

  async append(events: readonly AuditEvent[]): Promise<string[]> {
    await Promise.resolve();
    const lines = chainAfter(this.headNow, events);
    this.kept.push(...lines);
    const last = lines.at(-1);
    if (last) this.headNow = { size: Number(last.seq), hash: last.hash };
    return lines.map(({ seq }) => seq);
  }

  lines({ limit, before, ...asked }: AuditQuestion): Promise<AuditLine[]> {
    const older = this.kept.filter(
      (line) => before === undefined || Number(line.seq) < Number(before),
    );
    const found = older.filter((line) => answers(line, asked));
    return Promise.resolve(found.reverse().slice(0, limit));
  }

  async *stream(fromSeq: string): AsyncIterable<AuditLine> {
    for (const line of [...this.kept]) if (Number(line.seq) >= Number(fromSeq)) yield line;
    await Promise.resolve();
  }

  head(): Promise<AuditHead> {
    return Promise.resolve(this.headNow);
  }

  checkpoints(): Promise<AuditCheckpoint[]> {
    return Promise.resolve([...this.keptCheckpoints]);
  }

  keepCheckpoint(at: Date): Promise<AuditCheckpoint> {
    const checkpoint = { ...this.headNow, at };
    this.keptCheckpoints.push(checkpoint);
    return Promise.resolve(checkpoint);
  }
}

function answers(
  line: AuditLine,
  { who, action, subject, outcome, fromDay, toDay }: Omit<AuditQuestion, 'limit' | 'before'>,
): boolean {
  const day = chinaDay(line.at);
  return (
    (who === undefined || line.who === who) &&
    (action === undefined || line.action === action) &&
    (subject === undefined || line.subject === subject) &&
    (outcome === undefined || line.outcome === outcome) &&
    (fromDay === undefined || day >= fromDay) &&
    (toDay === undefined || day <= toDay)
  );
}

/** Checkpoints outside, in memory. */
export class InMemoryCheckpoints extends OutsideCheckpoints {
  readonly kept: AuditCheckpoint[] = [];

  all(): Promise<AuditCheckpoint[]> {
    return Promise.resolve([...this.kept]);
  }

  keep(checkpoint: AuditCheckpoint): Promise<void> {
    this.kept.push(checkpoint);
    return Promise.resolve();
  }
}
