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

  lines({ limit, after, isOldestFirst = false, ...asked }: AuditQuestion): Promise<AuditLine[]> {
    const found = this.kept.filter((line) => answers(line, asked));
    const ordered = isOldestFirst ? found : found.reverse();
    const begin = after === undefined ? 0 : ordered.findIndex(isBehind(after, isOldestFirst));
    return Promise.resolve(begin < 0 ? [] : ordered.slice(begin, begin + limit));
  }

  count(question: AuditQuestion, most: number): Promise<number> {
    const found = this.kept.filter((line) => answers(line, question));
    return Promise.resolve(Math.min(most, found.length));
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

const isBehind =
  (after: string, isOldestFirst: boolean) =>
  ({ seq }: AuditLine): boolean =>
    isOldestFirst ? Number(seq) > Number(after) : Number(seq) < Number(after);

const isAbout = ({ subject }: AuditLine, subjects: AuditQuestion['subjects']): boolean =>
  subjects === undefined || (subject !== null && subjects.includes(subject));

function answers(
  line: AuditLine,
  { who, action, subjects, outcome, fromDay, toDay }: Omit<AuditQuestion, 'limit' | 'after'>,
): boolean {
  const day = chinaDay(line.at);
  return (
    (who === undefined || line.who === who) &&
    (action === undefined || line.action === action) &&
    isAbout(line, subjects) &&
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
