/** How what was tried came out; one entry to add one. */
export const AUDIT_OUTCOMES = {
  begun: '开始',
  done: '成功',
  refused: '拒绝',
  failed: '失败',
} as const;
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;

/** What belongs to an event besides; never personal data. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** Somebody, or a service, did or tried something. */
export interface AuditEvent {
  readonly at: Date;
  /** A person's or a service's name; '' when nobody is known. */
  readonly who: string;
  readonly accountId: string | null;
  readonly roles: readonly string[];
  /** `alerts.read`, `session.open`. */
  readonly action: string;
  /** Kind and id: `alert:12`. */
  readonly subject: string | null;
  /** The address it came from. */
  readonly from: string | null;
  readonly outcome: AuditOutcome;
  readonly detail: AuditDetail | null;
  /** The seq of the line that told of its begin. */
  readonly refersTo: string | null;
}

/** An event with its place in the trail, hashed together with all that went before. */
export interface AuditLine extends AuditEvent {
  readonly seq: string;
  readonly algorithm: string;
  /** The hash of the line before, in hex. */
  readonly previous: string;
  readonly hash: string;
}

/** How long a trail is and the hash of its last line: it stands for every line before. */
export interface AuditHead {
  readonly size: number;
  readonly hash: string;
}

/** A head that was kept at a moment, to be held against the trail later. */
export interface AuditCheckpoint extends AuditHead {
  readonly at: Date;
}
