import type { AuditHead } from './audit-event.js';
import { AuditVerifier, type AuditFault } from './audit-verifier.js';
import type { AuditTrail } from './ports.js';

/** What to hold the trail against, and who is told. */
export interface AuditCheck {
  /** Checkpoints from outside; those beside the trail are looked at in any case. */
  readonly checkpoints: readonly AuditHead[];
  readonly onFault: (fault: AuditFault) => void;
  readonly onProgress: (done: number, of: number) => void;
}

/** How far the trail reaches and how many faults it has. */
export interface AuditVerdict extends AuditHead {
  readonly faults: number;
}

const TELL_EVERY = 1_000;

/** Verifies the whole trail while others go on writing to it. */
export class VerifyAudit {
  constructor(private readonly trail: AuditTrail) {}

  async run({ checkpoints, onFault, onProgress }: AuditCheck): Promise<AuditVerdict> {
    const verifier = new AuditVerifier([...checkpoints, ...(await this.trail.checkpoints())]);
    const { size } = await this.trail.head();
    let faults = 0;
    const tell = (found: readonly AuditFault[]): void => {
      faults += found.length;
      found.forEach(onFault);
    };
    let done = 0;
    for await (const line of this.trail.stream('1')) {
      tell(verifier.take(line));
      done += 1;
      if (done % TELL_EVERY === 0) onProgress(done, Math.max(size, done));
    }
    const head = await this.caughtUp(verifier, tell);
    tell(verifier.finish(head));
    return { ...verifier.reached, faults };
  }

  /** What was written meanwhile is verified too, up to a head that is no older than the lines seen. */
  private async caughtUp(
    verifier: AuditVerifier,
    tell: (found: readonly AuditFault[]) => void,
  ): Promise<AuditHead> {
    const head = await this.trail.head();
    if (head.size <= verifier.reached.size) return head;
    for await (const line of this.trail.stream(String(verifier.reached.size + 1))) {
      tell(verifier.take(line));
      if (verifier.reached.size >= head.size) break;
    }
    return head;
  }
}
