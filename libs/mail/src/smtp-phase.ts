/** The server's word that it is there, and that the message may now be sent. */
const GREETING = '220';
const GO_AHEAD = '354';

/**
 * Listens to nodemailer's transaction log for what its errors do not tell: how far the talk had come when
 * the connection broke. Keeps nothing else, logs nothing.
 */
export class SmtpPhase {
  hasGreeted = false;
  dataHasBegun = false;

  readonly trace = (): void => undefined;
  readonly info = (): void => undefined;
  readonly warn = (): void => undefined;
  readonly error = (): void => undefined;
  readonly fatal = (): void => undefined;
  readonly level = (): void => undefined;

  readonly debug = (entry: unknown, line?: unknown): void => {
    const { tnx } = (entry ?? {}) as { tnx?: unknown };
    if (tnx !== 'server') return;
    if (String(line).startsWith(GREETING)) this.hasGreeted = true;
    if (String(line).startsWith(GO_AHEAD)) this.dataHasBegun = true;
  };
}
