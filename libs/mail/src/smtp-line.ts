import { createTransport, type SendMailOptions } from 'nodemailer';
import { seconds, type Milliseconds } from '@risk/kit';
import { SmtpPhase } from './smtp-phase.js';

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** One connection, one message at a time, and never a second try by itself. */
const ALONE = { pool: true, maxConnections: 1, maxMessages: 100, maxRequeues: 0 } as const;
/** Long enough for a burst, short enough to hold nobody up. */
const IDLE: Milliseconds = seconds(1);

/** One connection to the mail server that carries one message after another and knows how far each came. */
export class SmtpLine {
  readonly phase = new SmtpPhase();
  /** Whether it has carried a message already, so that the server may have hung up meanwhile. */
  isUsed = false;
  private readonly transport;
  private idle: NodeJS.Timeout | null = null;

  constructor(url: string) {
    const options = { ...ALONE, ...PATIENCE, url, logger: this.phase, transactionLog: true };
    this.transport = createTransport(options);
  }

  /** Sends one message; answers the server's word. */
  async send(mail: SendMailOptions, signal: AbortSignal): Promise<string> {
    if (this.idle) clearTimeout(this.idle);
    this.phase.dataHasBegun = false;
    const { response } = await this.transport.sendMail({ ...mail, signal });
    this.isUsed = true;
    return response;
  }

  /** Closes itself unless it is wanted again soon. */
  rest(onClose: () => void): void {
    this.idle = setTimeout(() => {
      onClose();
      this.close();
    }, IDLE);
  }

  close(): void {
    this.transport.close();
  }
}
