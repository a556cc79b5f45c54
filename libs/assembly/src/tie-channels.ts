import { join } from 'node:path';
import { InboxNotifier, type Channel, type Notifier } from '@risk/alerting';
import type { Clock } from '@risk/kit';
import { FolderNotifier, SmtpNotifier } from '@risk/mail';
import { webhookSecretName } from '@risk/routing';
import type { Environment } from '@risk/settings';
import { secretOf, WebhookNotifier, type Webhook } from '@risk/webhook';

/** What channels are made of. */
export interface ChannelParts {
  readonly environment: Environment;
  readonly webhooks: readonly Webhook[];
  readonly clock: Clock;
  /** Takes the place of the mail server. */
  readonly mail: Notifier | undefined;
}

/** Every channel by which people can be told; one entry to add one. */
export function tieChannels(parts: ChannelParts): ReadonlyMap<string, Channel> {
  return new Map<string, Channel>([
    [
      'email',
      {
        title: '电子邮件',
        notifier: parts.mail ?? mailNotifier(parts.environment),
        addressOf: ({ recipient }) => recipient.email,
      },
    ],
    [
      'inbox',
      {
        title: '收件箱',
        notifier: new InboxNotifier(),
        addressOf: ({ recipient }) => recipient.key,
      },
    ],
    ...parts.webhooks.map((webhook): [string, Channel] => [
      `webhook:${webhook.code}`,
      {
        title: webhook.title,
        notifier: webhookNotifier(webhook, parts),
        addressOf: ({ recipient }) => recipient.key,
      },
    ]),
  ]);
}

function mailNotifier({ smtpUrl, mailFrom, dataDir }: Environment): Notifier {
  return smtpUrl === null
    ? new FolderNotifier(join(dataDir, 'mail'), mailFrom)
    : new SmtpNotifier(smtpUrl, mailFrom);
}

/** Without its secret a webhook is down: what waits for it goes out once somebody set it. */
function webhookNotifier(webhook: Webhook, { environment, clock }: ChannelParts): Notifier {
  const variable = webhookSecretName(webhook.code);
  const secret = environment.webhookSecrets[variable];
  if (secret !== undefined) return new WebhookNotifier(webhook, secretOf(variable, secret), clock);
  const down = { outcome: 'down', why: `没有设置环境变量 ${variable}` } as const;
  return { send: () => Promise.resolve(down) };
}
