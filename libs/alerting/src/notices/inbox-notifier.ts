import { Notifier } from './ports.js';
import type { Delivery } from './delivery.js';

/** Puts a notice into the inbox of its unit: what is said lies in the row already. */
export class InboxNotifier extends Notifier {
  send(): Promise<Delivery> {
    return Promise.resolve({ outcome: 'sent', where: '收件箱' });
  }
}
