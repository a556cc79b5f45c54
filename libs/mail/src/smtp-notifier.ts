import { Notifier, type Delivery, type Message } from '@risk/alerting';
import { seconds, type Milliseconds } from '@risk/kit';
import { mailOf } from './mail-of.js';
import { SmtpLine } from './smtp-line.js';
import type { SmtpPhase } from './smtp-phase.js';

/** What nodemailer says of a failed sending. */
export interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** How far the talk had come when it failed. */
export type SmtpProgress = Pick<SmtpPhase, 'hasGreeted' | 'dataHasBegun'>;

/** All of a sending; nodemailer's own limits are about single silences. */
const LIMIT: Milliseconds = seconds(40);

/**
 * Sends by SMTP over connections that each carry one message at a time, so that it is known in which phase
 * one broke.
 */
export class SmtpNotifier extends Notifier {
  private readonly resting = new Set<SmtpLine>();

  constructor(
    private readonly url: string,
    private readonly from: string,
    private readonly limit: Milliseconds = LIMIT,
  ) {
    super();
  }

  async send(message: Message): Promise<Delivery> {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      abort.abort();
    }, this.limit);
    try {
      return await this.sendBy(this.line(), message, abort.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  private async sendBy(line: SmtpLine, message: Message, signal: AbortSignal): Promise<Delivery> {
    try {
      const where = await line.send(mailOf(message, this.from), signal);
      this.resting.add(line);
      line.rest(() => this.resting.delete(line));
      return { outcome: 'sent', where };
    } catch (error) {
      line.close();
      const failure = error as SmtpFailure;
      if (hungUp(line, failure) && !signal.aborted)
        return this.sendBy(new SmtpLine(this.url), message, signal);
      return deliveryOf(failure, line.phase);
    }
  }

  /** One that is open already, if there is one. */
  private line(): SmtpLine {
    for (const line of this.resting) {
      this.resting.delete(line);
      return line;
    }
    return new SmtpLine(this.url);
  }
}

/** Whether the server ended the connection between two messages: of this one it has no data. */
const hungUp = ({ isUsed, phase }: SmtpLine, { responseCode }: SmtpFailure): boolean =>
  isUsed && !phase.dataHasBegun && (responseCode === undefined || responseCode === CLOSING);

/** Failures of the server's door, whatever was to be sent. */
const DOOR = new Set(['EAUTH', 'ETLS', 'EDNS', 'ENOAUTH', 'EOAUTH2']);
/** Closing down; not without login (RFC 4954). */
const CLOSING = 421;
const DOOR_ANSWERS = new Set([CLOSING, 530, 534, 535, 538]);

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
