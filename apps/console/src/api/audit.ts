/** How what was tried came out. */
export type AuditOutcome = 'begun' | 'done' | 'refused' | 'failed';

/** A line of the trail of what was done and tried. */
export interface AuditLine {
  readonly seq: string;
  readonly at: string;
  /** '' when nobody is known. */
  readonly who: string;
  readonly accountId: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  /** `alert:12` */
  readonly subject: string | null;
  readonly from: string | null;
  readonly outcome: AuditOutcome;
  readonly detail: Readonly<Record<string, string | number | boolean | null>> | null;
  readonly refersTo: string | null;
  readonly hash: string;
  /** What was done, in words: 签收预警. */
  readonly event: string;
  /** To what: 预警 12; '' when to nothing by itself. */
  readonly about: string;
  /** Conditions, rows, why it was refused. */
  readonly told: string;
}

/** The actions that stand on the trail, with their names. */
export type AuditActions = Readonly<Record<string, string>>;

/** Something about the trail that cannot be as it is. */
export interface AuditFault {
  readonly kind: string;
  readonly seq: string;
  readonly words: string;
}

/** How the verification asked for last stands. */
export type VerificationState =
  | { readonly state: 'never' }
  | {
      readonly state: 'running';
      readonly startedAt: string;
      readonly done: number;
      readonly of: number;
    }
  | {
      readonly state: 'done';
      readonly startedAt: string;
      readonly finishedAt: string;
      readonly verdict: {
        readonly size: number;
        readonly hash: string;
        readonly faults: number;
        /** The first of them. */
        readonly told: readonly AuditFault[];
        /** Checkpoints outside the database that it was held against. */
        readonly checkpoints: number;
      };
    }
  | { readonly state: 'failed'; readonly startedAt: string; readonly finishedAt: string };
