import { Conflict, RiskError, type Clock, type Log } from '@risk/kit';
import type { BacktestEdition, EditionTest } from './backtest-edition.js';

/** How far a backtest has come that somebody started here. */
export interface BacktestJob {
  readonly editionId: string;
  readonly by: string;
  readonly startedAt: Date;
  readonly state: 'running' | 'done' | 'failed';
  /** How much of what is done: 重放记录 1,200 of 9,000. */
  readonly done: number;
  readonly of: number;
  readonly what: string;
  /** Why it failed; null unless it did. */
  readonly problem: string | null;
}

/** What jobs work with. */
export interface JobTools {
  readonly advance: { readonly allowed: (step: AllowedStep) => Promise<unknown> };
  readonly backtest: Pick<BacktestEdition, 'run'>;
  readonly clock: Clock;
  readonly log: Log;
}

type AllowedStep = Pick<EditionTest, 'editionId' | 'by' | 'because'> & {
  readonly kind: 'backtested';
};

/** Runs backtests that nobody waits for, one at a time: each takes every processor that there is. */
export class BacktestJobs {
  private readonly jobs = new Map<string, BacktestJob>();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly tools: JobTools) {}

  /** The last job of an edition in this process; null while there was none. */
  of(editionId: string): BacktestJob | null {
    return this.jobs.get(editionId) ?? null;
  }

  /** Starts one, or says in a sentence why not. */
  async start(test: Omit<EditionTest, 'onProgress'>): Promise<BacktestJob> {
    const { editionId, by, because } = test;
    await this.tools.advance.allowed({ editionId, kind: 'backtested', by, because });
    const other = [...this.jobs.values()].find(({ state }) => state === 'running');
    if (other)
      throw new Conflict(`正在回测版本 ${other.editionId}（${other.by}），请等它结束再开始`);
    const job: BacktestJob = {
      ...{ editionId, by, startedAt: this.tools.clock.now(), state: 'running' },
      ...{ done: 0, of: 0, what: '准备', problem: null },
    };
    this.jobs.set(editionId, job);
    this.running = this.run(test);
    return job;
  }

  /** Resolves when nothing is running. */
  idle(): Promise<void> {
    return this.running;
  }

  private async run(test: Omit<EditionTest, 'onProgress'>): Promise<void> {
    const { editionId } = test;
    try {
      await this.tools.backtest.run({
        ...test,
        onProgress: (done, of, what) => {
          this.note(editionId, { done, of, what });
        },
      });
      this.note(editionId, { state: 'done' });
    } catch (error) {
      this.tools.log.warn('a backtest ended early', { edition: editionId, error: String(error) });
      const problem = error instanceof RiskError ? error.message : '服务器出错，请稍后再试';
      this.note(editionId, { state: 'failed', problem });
    }
  }

  private note(editionId: string, more: Partial<BacktestJob>): void {
    const job = this.jobs.get(editionId);
    if (job) this.jobs.set(editionId, { ...job, ...more });
  }
}
