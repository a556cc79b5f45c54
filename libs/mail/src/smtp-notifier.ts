import { createTransport } from 'nodemailer';
import { Notifier, type Delivery, type Message } from '@risk/alerting';
import { seconds, type Milliseconds } from '@risk/kit';
import { mailOf } from './mail-of.js';
import { SmtpPhase } from './smtp-phase.js';

/** What nodemailer says of a failed sending. */
export interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** How far the talk had come when it failed. */
export type SmtpProgress = Pick<SmtpPhase, 'hasGreeted' | 'dataHasBegun'>;

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** All of a sending; nodemailer's own limits are about single silences. */
const LIMIT: Milliseconds = seconds(40);

/** Sends by SMTP, one connection a message, so that each knows in which phase it broke. */
export class SmtpNotifier extends Notifier {
  constructor(
    private readonly url: string,
    private readonly from: string,
    private readonly limit: Milliseconds = LIMIT,
  ) {
    super();
  }

  async send(message: Message): Promise<Delivery> {
    const phase = new SmtpPhase();
    const abort = new AbortController();
    const timer = setTimeout(() => {
      abort.abort();
    }, this.limit);
    const transport = createTransport({
      url: this.url,
      ...PATIENCE,
      logger: phase,
      transactionLog: true,
    });
    try {
      const mail = { ...mailOf(message, this.from), signal: abort.signal };
      const { response } = await transport.sendMail(mail);
      return { outcome: 'sent', where: response };
    } catch (error) {
      return deliveryOf(error as SmtpFailure, phase);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  }
}

/** Failures of the server's door, whatever was to be sent. */
const DOOR = new Set(['EAUTH', 'ETLS', 'EDNS', 'ENOAUTH', 'EOAUTH2']);
/** Closing down; not without login (RFC 4954). */
const DOOR_ANSWERS = new Set([421, 530, 534, 535, 538]);

/**
 * What a failure means. Before the server greeted, or when it refuses us and not the message, the channel is
 * down. A definite answer decides on the message; without one it may have arrived if its data had begun to flow
 * (RFC 1047), and then nobody may send it again by himself.
 */
export function deliveryOf(failure: SmtpFailure, progress: SmtpProgress): Delivery {
  const { code, responseCode, message } = failure;
  const why = message ?? code ?? '邮件服务器没有说明原因';
  if (isDoor(failure, progress)) return { outcome: 'down', why };
  const answer = Math.floor((responseCode ?? 0) / 100);
  if (answer === 5) return { outcome: 'refused', why };
  if (answer === 4) return { outcome: 'retry', why };
  if (progress.dataHasBegun) return { outcome: 'unknown', why };
  return { outcome: code === 'EENVELOPE' ? 'refused' : 'retry', why };
}

/** Whether it would have failed for every message. */
function isDoor(
  { code = '', responseCode = 0 }: SmtpFailure,
  { hasGreeted, dataHasBegun }: SmtpProgress,
): boolean {
  if (DOOR_ANSWERS.has(responseCode)) return true;
  if (dataHasBegun) return false;
  return DOOR.has(code) || (!hasGreeted && code !== 'EENVELOPE');
}
