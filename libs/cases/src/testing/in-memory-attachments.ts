import type { Transaction } from '@risk/kit';
import {
  AttachmentStore,
  type Attachment,
  type AttachmentWish,
  type KeptAttachment,
} from '../attachments/attachment-store.js';
import { checkedAttachment, type CheckedAttachment } from '../attachments/check-attachment.js';

/** Files beside alerts, in memory. */
export class InMemoryAttachments extends AttachmentStore {
  readonly kept: (CheckedAttachment & { readonly id: string })[] = [];

  keep(_tx: Transaction, wish: AttachmentWish): Promise<KeptAttachment> {
    // As in the real store, what is refused is refused in the answer.
    return Promise.resolve().then(() => {
      const file = checkedAttachment(wish);
      const known = this.kept.find((k) => k.alertId === file.alertId && k.sm3 === file.sm3);
      const one = known ?? { id: String(this.kept.length + 1), ...file };
      if (!known) this.kept.push(one);
      const { id, sha256, sm3, size } = one;
      return { id, sha256, sm3, size };
    });
  }

  open(id: string) {
    return Promise.resolve(this.kept.find((one) => one.id === id) ?? null);
  }

  listOf(alertId: string): Promise<Attachment[]> {
    const files = this.kept.filter((one) => one.alertId === alertId);
    return Promise.resolve(files.map(({ bytes: _bytes, ...file }) => file));
  }
}
