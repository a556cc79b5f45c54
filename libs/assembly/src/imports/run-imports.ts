import { setImmediate as breathe } from 'node:timers/promises';
import type {
  ImportCounts,
  ImportFault,
  ImportJob,
  ImportJobStore,
  ImportPolicy,
} from '@risk/intake';
import { Invalid, isRetryable, minutes, RiskError, type Clock, type Log } from '@risk/kit';
import {
  importBatches,
  type ImportedBatch,
  type ImportHouse,
  type ImportPlan,
} from '../import-file.js';
import type { BatchReport } from '../process-batch.js';
import { cellsOf } from './fault-columns.js';
import type { UploadFolder } from './upload-folder.js';

/** A worker that gave no sign for so long is gone. */
const LEASE = minutes(2);

/** What imports are run with. */
export interface ImportHands {
  readonly house: ImportHouse;
  readonly files: UploadFolder;
  readonly planOf: (job: ImportJob) => Promise<ImportPlan>;
  readonly policy: ImportPolicy;
  /** Rows that go in together: so few that everybody else is served in between. */
  readonly portion: number;
}

/**
 * Runs imports to their end behind the back of whoever began them. Each batch is booked when it is in, so
 * that another worker goes on where one stopped; a batch that went in twice is a batch of duplicates.
 */
export class RunImports {
  private readonly running = new Set<Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly jobs: ImportJobStore,
    private readonly hands: ImportHands,
    private readonly around: { readonly clock: Clock; readonly log: Log },
  ) {}

  /** Begins an uploaded file; false while another import of the same person runs. */
  async start(job: ImportJob): Promise<boolean> {
    const { clock } = this.around;
    if (!(await this.jobs.begin(job.id, clock.now(), this.lease()))) return false;
    this.follow(job);
    return true;
  }

  /** Goes on with imports whose worker went away. */
  async resume(): Promise<void> {
    while (!this.isClosing) {
      const job = await this.jobs.takeOver(this.around.clock.now(), this.lease());
      if (!job) return;
      this.follow(job);
    }
  }

  /** Ends after the batches at hand; what is left over goes on elsewhere or later. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.settled();
  }

  /** Until nothing runs here. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  private follow(job: ImportJob): void {
    const work = this.toItsEnd(job).finally(() => this.running.delete(work));
    this.running.add(work);
  }

  private async toItsEnd(job: ImportJob): Promise<void> {
    const { clock, log } = this.around;
    try {
      const state = await this.batches(job);
      if (state === 'released') return;
      await this.jobs.end(job.id, state, clock.now(), null);
      log.info('an import ended', { id: job.id, state });
    } catch (error) {
      // The lease runs out, and whoever takes it over tries again.
      if (isRetryable(error)) return;
      log.error('an import failed', { id: job.id, error: String(error) });
      await this.fail(job.id, error);
    }
    await this.hands.files.remove(job.id).catch((error: unknown) => {
      log.warn('an upload could not be removed', { id: job.id, error: String(error) });
    });
  }

  private async fail(id: string, error: unknown): Promise<void> {
    const trouble = error instanceof RiskError ? error.message : '内部错误，已记入日志';
    await this.jobs.end(id, 'failed', this.around.clock.now(), trouble).catch(() => undefined);
  }

  private async batches(job: ImportJob): Promise<'done' | 'cancelled' | 'released'> {
    const { files, house, planOf, policy, portion } = this.hands;
    if (!(await files.has(job.id))) throw new Invalid('上传的文件已经不在这台服务器上，请重新上传');
    const portions = { occurredAt: job.reading.occurredAt, size: portion, after: job.rows };
    let room = policy.mostFaults - job.refused;
    for await (const batch of importBatches(house, await planOf(job), portions)) {
      const faults = faultsOf(batch);
      await this.jobs.keepFaults(job.id, faults.slice(0, Math.max(room, 0)));
      room -= faults.length;
      const { cancelled } = await this.jobs.book(job.id, countsOf(batch), this.lease());
      if (cancelled) return 'cancelled';
      if (this.isClosing) {
        await this.jobs.release(job.id, this.around.clock.now());
        return 'released';
      }
      await breathe();
    }
    return 'done';
  }

  private lease(): Date {
    return new Date(this.around.clock.now().getTime() + LEASE);
  }
}

const reportOf = ({ answer }: ImportedBatch): BatchReport => {
  if (!answer.kept) throw new Error('an import is answered after the commit');
  return answer;
};

/** A row refused before from the same place is a duplicate for the ledger, and still an error here. */
function countsOf(batch: ImportedBatch): ImportCounts {
  const { received, stored, refusals, raised, upgraded } = reportOf(batch);
  const refused = refusals.length;
  return {
    ...{ rows: received, stored, refused, raised, upgraded },
    duplicate: received - stored - refused,
  };
}

function faultsOf(batch: ImportedBatch): ImportFault[] {
  const { refusals } = reportOf(batch);
  const reasons = new Map(refusals.map(({ origin, reason }) => [origin, reason]));
  return batch.items.flatMap(({ item, raw }) => {
    const reason = reasons.get(raw.origin);
    if (reason === undefined) return [];
    return [{ sheet: item.sheet ?? null, row: item.row, reason, cells: cellsOf(item) }];
  });
}
