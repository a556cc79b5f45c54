import { createTransport } from 'nodemailer';
import { Notifier, type Delivery, type Message } from '@risk/alerting';
import { DataPhase } from './data-phase.js';
import { mailOf } from './mail-of.js';

/** What nodemailer says of a failed sending. */
export interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** Sends by SMTP, one connection a message, so that each knows in which phase it broke. */
export class SmtpNotifier extends Notifier {
  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(message: Message): Promise<Delivery> {
    const phase = new DataPhase();
    const transport = createTransport({
      url: this.url,
      ...PATIENCE,
      logger: phase,
      transactionLog: true,
    });
    try {
      const { response } = await transport.sendMail(mailOf(message, this.from));
      return { outcome: 'sent', where: response };
    } catch (error) {
      return deliveryOf(error as SmtpFailure, phase.hasBegun);
    } finally {
      transport.close();
    }
  }
}

/**
 * What a failure means: a definite answer of the server decides; without one the message may have
 * arrived if its data had begun to flow (RFC 1047), and then nobody may send it again by himself.
 */
export function deliveryOf(
  { code, responseCode, message }: SmtpFailure,
  dataHadBegun: boolean,
): Delivery {
  const why = message ?? code ?? '邮件服务器没有说明原因';
  if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', why };
  if (responseCode !== undefined && responseCode >= 400) return { outcome: 'retry', why };
  if (dataHadBegun) return { outcome: 'unknown', why };
  return { outcome: code === 'EENVELOPE' ? 'refused' : 'retry', why };
}
