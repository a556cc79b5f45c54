import type { Message } from '@risk/alerting';
import type { SendMailOptions } from 'nodemailer';

/** A message as nodemailer wants it: no file or URL access, a stable id, nothing auto-replies to. */
export function mailOf(message: Message, from: string): SendMailOptions {
  return {
    from,
    to: message.to,
    subject: message.subject,
    text: message.text,
    html: message.html,
    attachments: message.attachments.map(({ name, mediaType, bytes, cid }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
      ...(cid === null ? {} : { cid, contentDisposition: 'inline' as const }),
    })),
    messageId: `<${message.messageId}@risk-platform>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
