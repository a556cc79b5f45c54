import { chinaDay, type Clock, type Log } from '@risk/kit';
import type { AuditCheckpoint } from './audit-event.js';
import { checkpointText } from './checkpoint-text.js';
import type { AuditTrail, OutsideCheckpoints } from './ports.js';

/** Keeps the head of the trail once a day, beside it and outside the database; however often it is asked. */
export class KeepDailyCheckpoint {
  constructor(
    private readonly trail: AuditTrail,
    private readonly outside: OutsideCheckpoints,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The checkpoint that went outside; null when nothing was due. */
  async run(): Promise<AuditCheckpoint | null> {
    const last = (await this.outside.all()).at(-1);
    const now = this.clock.now();
    if (last && chinaDay(last.at) >= chinaDay(now)) return null;
    if (last && !(await this.continues(last))) {
      this.log.error('the audit trail does not continue its last checkpoint', {
        checkpoint: checkpointText(last),
      });
      return null;
    }
    if ((await this.trail.head()).size === 0) return null;
    const checkpoint = await this.trail.keepCheckpoint(now);
    await this.outside.keep(checkpoint);
    this.log.info('audit checkpoint kept', { checkpoint: checkpointText(checkpoint) });
    return checkpoint;
  }

  /** A witness that signs a shorter or another trail after the first is none. */
  private async continues({ size, hash }: AuditCheckpoint): Promise<boolean> {
    if (size === 0) return true;
    const [line] = await this.trail.lines({ after: String(size + 1), limit: 1 });
    return line?.seq === String(size) && line.hash === hash;
  }
}
