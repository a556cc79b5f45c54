import { join } from 'node:path';
import type { Notifier } from '@risk/alerting';
import { FolderNotifier, SmtpNotifier } from '@risk/mail';
import type { Environment } from '@risk/settings';

/** How notices leave: by the mail server that is given, else as files in the data folder. */
export const notifierOf = ({ smtpUrl, mailFrom, dataDir }: Environment): Notifier =>
  smtpUrl === null
    ? new FolderNotifier(join(dataDir, 'mail'), mailFrom)
    : new SmtpNotifier(smtpUrl, mailFrom);
