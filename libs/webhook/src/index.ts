export { WebhookNotifier } from './webhook-notifier.js';
export { secretOf, type Webhook } from './webhook.js';
