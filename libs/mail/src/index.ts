export { FolderNotifier } from './folder-notifier.js';
export { SmtpNotifier } from './smtp-notifier.js';
