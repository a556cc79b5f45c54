import type { AlertHead, AlertLifeFacts } from '../api/inbox.js';
import { lastId } from '../api/last-id.js';

/** What the parts of the desk are handed. */
export interface DeskPart {
  readonly alertId: string;
  readonly unit: string;
  readonly isOwn: boolean;
  readonly life: AlertLifeFacts;
  readonly head: AlertHead;
  readonly again: () => Promise<void>;
}

/** The line of the log that whoever decides has seen last. */
export const seenIn = ({ log }: AlertLifeFacts): string | null => lastId(log);
