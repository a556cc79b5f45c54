import { Notifier, type Delivery, type Message } from '@risk/alerting';
import { seconds, type Clock, type Milliseconds } from '@risk/kit';
import { FORMATS } from './formats.js';
import { post, type Posted } from './post.js';
import { signatureHeaders } from './sign.js';
import type { Webhook } from './webhook.js';

const LIMIT: Milliseconds = seconds(15);
const AGAIN = new Set([408, 429]);

/** Posts signed notices to another platform; the webhook-id of a notice never changes. */
export class WebhookNotifier extends Notifier {
  constructor(
    private readonly webhook: Webhook,
    private readonly secret: Buffer,
    private readonly clock: Clock,
    private readonly limit: Milliseconds = LIMIT,
  ) {
    super();
  }

  async send(message: Message): Promise<Delivery> {
    const { url, format } = this.webhook;
    const body = FORMATS[format].bodyOf(message);
    const signature = signatureHeaders(message.messageId, this.clock.now(), body, this.secret);
    const headers = { 'content-type': 'application/json; charset=utf-8', ...signature };
    const posted = await post({ url, headers, body, limit: this.limit });
    return deliveryOf(posted, this.webhook);
  }
}

/** What an answer means, or its absence. */
export function deliveryOf(
  posted: Posted,
  { format, idempotent = false }: Pick<Webhook, 'format' | 'idempotent'>,
): Delivery {
  if ('broke' in posted) return broken(posted.broke, posted.sent, idempotent);
  const { status, answer } = posted;
  if (status >= 200 && status < 300)
    return FORMATS[format].answered(answer) ?? { outcome: 'sent', where: `HTTP ${status}` };
  const words = answer.replaceAll('\0', '').trim();
  const why = `对方答复 HTTP ${status}${words === '' ? '' : `：${words}`}`;
  if (AGAIN.has(status) || status >= 500) return { outcome: 'retry', why };
  return { outcome: 'refused', why: status < 400 ? `${why}（不跟随转向）` : why };
}

/** Who recognises a second copy may get one. */
function broken(why: string, sent: boolean, idempotent: boolean): Delivery {
  if (!sent) return { outcome: 'down', why };
  return { outcome: idempotent ? 'retry' : 'unknown', why };
}
