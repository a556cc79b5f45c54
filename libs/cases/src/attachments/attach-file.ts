import type { Clock, Transaction } from '@risk/kit';
import type { AlertSteps } from '../desk/ports.js';
import type { AttachmentStore, AttachmentWish, KeptAttachment } from './attachment-store.js';
import { mediaTypeNamed } from './check-attachment.js';

/** A file that somebody puts beside an alert; what it is, its name says and its bytes have to show. */
export type AttachRequest = Omit<AttachmentWish, 'mediaType' | 'at'>;

/** Keeps a file beside an alert that is there. */
export class AttachFile {
  constructor(
    private readonly store: AttachmentStore,
    private readonly steps: Pick<AlertSteps, 'lock'>,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: AttachRequest): Promise<KeptAttachment> {
    const mediaType = mediaTypeNamed(request.name);
    await this.steps.lock(tx, request.alertId);
    return this.store.keep(tx, { ...request, mediaType, at: this.clock.now() });
  }
}
