import type { Log } from '@risk/kit';

/** Runs a job unless its last run still goes on; a failure is logged and the next tick tries again. */
export class OneAtATime {
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly name: string,
    private readonly log: Log,
    private readonly job: () => Promise<unknown>,
  ) {}

  async tick(): Promise<void> {
    if (this.running || this.closed) return;
    this.running = this.attempt().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** Waits for the run that goes on, if any; a late tick begins no other. */
  async idle(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async attempt(): Promise<void> {
    try {
      await this.job();
    } catch (error) {
      this.log.warn('a scheduled job failed and will be tried again', {
        job: this.name,
        error: String(error),
      });
    }
  }
}
