import type { FeedMessage } from './feed-message.js';

/**
 * What the pipeline does with a batch: resolves only after its database transaction is committed.
 * The same message may come again at any time, so the handler must be idempotent.
 * Whatever it throws, the same batch comes again after a pause: nothing is skipped here.
 */
export abstract class BatchHandler {
  abstract handle(batch: readonly FeedMessage[]): Promise<void>;
}
