/** The kinds of failure the house knows; HTTP and Kafka each translate them in one place. */
export type ErrorKind =
  | 'invalid'
  | 'unreadable'
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'unavailable'
  | 'unauthenticated'
  | 'throttled';

/** A failure with a sentence for people and facts for the log. */
export class RiskError extends Error {
  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The input can be read but breaks a rule; the message names the field. */
export class Invalid extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>, options?: ErrorOptions) {
    super('invalid', message, facts, options);
  }
}

/** The bytes are not what they claim to be. */
export class Unreadable extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>, options?: ErrorOptions) {
    super('unreadable', message, facts, options);
  }
}

/** What was asked for is not there, or not there for this caller. */
export class NotFound extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>) {
    super('not-found', message, facts);
  }
}

/** Somebody else changed it first. */
export class Conflict extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>, options?: ErrorOptions) {
    super('conflict', message, facts, options);
  }
}

/** The caller may not do this. */
export class Forbidden extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>) {
    super('forbidden', message, facts);
  }
}

/** Nobody knows who is calling. */
export class Unauthenticated extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>) {
    super('unauthenticated', message, facts);
  }
}

/** The caller asks too often; the same call may succeed later. */
export class Throttled extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>) {
    super('throttled', message, facts);
  }
}

/** A part that we need does not answer now; the same call may succeed later. */
export class Unavailable extends RiskError {
  constructor(message: string, facts?: Readonly<Record<string, unknown>>, options?: ErrorOptions) {
    super('unavailable', message, facts, options);
  }
}

/** Whether trying the very same call again later makes sense. */
export function isRetryable(error: unknown): boolean {
  return error instanceof RiskError && error.kind === 'unavailable';
}
