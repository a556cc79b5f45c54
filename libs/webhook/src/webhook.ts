import { Invalid } from '@risk/kit';

/** Another platform that takes notices by HTTP. */
export interface Webhook {
  readonly code: string;
  readonly title: string;
  /** http or https. */
  readonly url: string;
  /** `json` is ours; `wecom` is the text message of a group robot. */
  readonly format: 'json' | 'wecom';
  /** Whether it drops a second copy of the same webhook-id, so that a cut connection may be tried again. */
  readonly idempotent?: boolean | undefined;
  readonly basis: string;
}

const PREFIX = 'whsec_';

/** The key of a secret as Standard Webhooks writes it: base64, with or without `whsec_`. */
export function secretOf(variable: string, text: string): Buffer {
  const encoded = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text;
  const key = Buffer.from(encoded, 'base64');
  const isWhole = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && key.length >= 24 && key.length <= 64;
  if (isWhole) return key;
  throw new Invalid(`环境变量 ${variable}：应为 24 到 64 字节的 base64，可带 ${PREFIX} 前缀`);
}
