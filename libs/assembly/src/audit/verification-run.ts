import type { AuditFault, AuditVerdict, OutsideCheckpoints, VerifyAudit } from '@risk/access';
import type { Clock, Log } from '@risk/kit';

/** What came of verifying the whole trail. */
export interface VerifiedTrail extends AuditVerdict {
  /** The first faults, in the order they were found. */
  readonly told: readonly AuditFault[];
  /** How many checkpoints outside of the database it was held against. */
  readonly checkpoints: number;
}

/** How the verification asked for last stands. */
export type VerificationState =
  | { readonly state: 'never' }
  | {
      readonly state: 'running';
      readonly startedAt: Date;
      readonly done: number;
      /** Lines there were when it began to look; 0 before it knows. */
      readonly of: number;
    }
  | {
      readonly state: 'done';
      readonly startedAt: Date;
      readonly finishedAt: Date;
      readonly verdict: VerifiedTrail;
    }
  | { readonly state: 'failed'; readonly startedAt: Date; readonly finishedAt: Date };

const MOST_TOLD = 200;

/** Verifies the whole trail in the background, once at a time: years of lines take longer than a browser waits. */
export class VerificationRun {
  private state: VerificationState = { state: 'never' };

  constructor(
    private readonly verify: VerifyAudit,
    private readonly outside: OutsideCheckpoints,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Begins, unless it is under way; answers how it stands. */
  start(): VerificationState {
    if (this.state.state === 'running') return this.state;
    const startedAt = this.clock.now();
    this.state = { state: 'running', startedAt, done: 0, of: 0 };
    void this.run(startedAt);
    return this.state;
  }

  read(): VerificationState {
    return this.state;
  }

  private async run(startedAt: Date): Promise<void> {
    try {
      const verdict = await this.verdict(startedAt);
      this.state = { state: 'done', startedAt, finishedAt: this.clock.now(), verdict };
    } catch (error) {
      this.log.error('the audit trail could not be verified', { error });
      this.state = { state: 'failed', startedAt, finishedAt: this.clock.now() };
    }
  }

  private async verdict(startedAt: Date): Promise<VerifiedTrail> {
    const told: AuditFault[] = [];
    const checkpoints = await this.outside.all();
    const verdict = await this.verify.run({
      checkpoints,
      onFault: (fault) => {
        if (told.length < MOST_TOLD) told.push(fault);
      },
      onProgress: (done, of) => {
        this.state = { state: 'running', startedAt, done, of };
      },
    });
    return { ...verdict, told, checkpoints: checkpoints.length };
  }
}
