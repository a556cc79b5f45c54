import { createHmac } from 'node:crypto';

/** The headers by which a receiver knows who sent a body, and recognises a second copy (Standard Webhooks). */
export function signatureHeaders(
  id: string,
  at: Date,
  body: string,
  secret: Buffer,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
