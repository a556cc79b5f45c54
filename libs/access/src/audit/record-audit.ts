import { Unavailable } from '@risk/kit';
import type { AuditEvent } from './audit-event.js';
import { keptEvent } from './kept-event.js';
import type { AuditTrail } from './ports.js';

/** How many events may wait, and how many go in one transaction. */
export interface RecordLimits {
  readonly waiting: number;
  readonly together: number;
}

const LIMITS: RecordLimits = { waiting: 10_000, together: 500 };

/** Events of one caller, who is told when they are kept. */
interface Waiting {
  readonly events: readonly AuditEvent[];
  readonly kept: (seqs: string[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Puts events on the trail; who comes while others are being written goes with the next, so that fifty people at
 * once wait for one commit and not for fifty. A caller learns that it is kept only when it is, and nothing is tried
 * twice: after a failure only the caller may decide whether to go on without a trace (it should not).
 */
export class RecordAudit {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly trail: AuditTrail,
    private readonly limits = LIMITS,
  ) {}

  /** The seqs of the events, once they are certain to be kept. */
  async run(events: readonly AuditEvent[]): Promise<string[]> {
    if (events.length === 0) return [];
    // What is wrong with one caller's event must not fail the others in the same transaction.
    const sound = events.map(keptEvent);
    this.refuseOverflow(sound.length);
    return new Promise((kept, failed) => {
      this.waiting.push({ events: sound, kept, failed });
      this.writing ??= this.writeAll();
    });
  }

  /** Waits until nothing is waiting any more. */
  async idle(): Promise<void> {
    await this.writing;
  }

  private refuseOverflow(more: number): void {
    const waiting = this.waiting.reduce((sum, { events }) => sum + events.length, 0);
    if (waiting > 0 && waiting + more > this.limits.waiting)
      throw new Unavailable('审计记录来不及写入，请稍后再试', { waiting });
  }

  private async writeAll(): Promise<void> {
    // What begins in the same turn goes together.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.write(this.nextGroup());
    this.writing = null;
  }

  /** Whole callers, as many as fit; the first goes in any case. */
  private nextGroup(): Waiting[] {
    let sum = 0;
    const full = this.waiting.findIndex(({ events }, at) => {
      sum += events.length;
      return at > 0 && sum > this.limits.together;
    });
    return this.waiting.splice(0, full === -1 ? this.waiting.length : full);
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    try {
      const seqs = await this.trail.append(group.flatMap(({ events }) => events));
      let at = 0;
      for (const { events, kept } of group) kept(seqs.slice(at, (at += events.length)));
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }
}
