import type { ConfigProblem } from '@risk/kit';
import type { Webhook } from './handling-schema.js';

/** The ways by which people can be told: e-mail, the inbox of the platform, and webhooks. */
export interface ChannelBook {
  /** The channels of whoever names none. */
  readonly default: readonly string[];
  readonly webhooks: readonly Webhook[];
}

const BUILT_IN: readonly string[] = ['email', 'inbox'];

/** The problems of channels that are named twice or that nobody set up. */
export function channelProblems(
  channels: readonly string[],
  path: readonly PropertyKey[],
  webhooks: readonly Webhook[],
): ConfigProblem[] {
  const known = [...BUILT_IN, ...webhooks.map(({ code }) => `webhook:${code}`)];
  return channels.flatMap((channel, at) => {
    const here = [...path, at];
    if (channels.indexOf(channel) < at) return [{ path: here, message: `"${channel}" 重复` }];
    if (known.includes(channel)) return [];
    const webhook = channel.startsWith('webhook:');
    const message = webhook
      ? `"${channel}" 没有在 handling.yaml 的 channels.webhooks 里配置`
      : `"${channel}" 不是渠道，可用: ${known.join(' ')}`;
    return [{ path: here, message }];
  });
}

/** The variable of the environment that holds a webhook's secret, which never stands in a file. */
export const webhookSecretName = (code: string): string =>
  `RISK_WEBHOOK_SECRET_${code.toUpperCase().replaceAll('-', '_')}`;
