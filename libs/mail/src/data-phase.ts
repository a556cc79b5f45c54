/** The server's word that the message may now be sent. */
const GO_AHEAD = '354';

/**
 * Listens to nodemailer's transaction log for the one thing its errors do not tell: whether the
 * server had asked for the message when the connection broke. Keeps nothing else, logs nothing.
 */
export class DataPhase {
  hasBegun = false;

  readonly trace = (): void => undefined;
  readonly info = (): void => undefined;
  readonly warn = (): void => undefined;
  readonly error = (): void => undefined;
  readonly fatal = (): void => undefined;
  readonly level = (): void => undefined;

  readonly debug = (entry: unknown, line?: unknown): void => {
    const { tnx } = (entry ?? {}) as { tnx?: unknown };
    if (tnx === 'server' && String(line).startsWith(GO_AHEAD)) this.hasBegun = true;
  };
}
