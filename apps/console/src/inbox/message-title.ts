import type { InboxLine } from '../api/inbox.js';
import { messageKind } from '../desk/desk-words.js';

/** What a message is about, also where its words were not kept. */
export const titleOf = ({ subject, entityName, kind, step }: InboxLine): string =>
  subject ?? `${messageKind({ kind, step })}${entityName === null ? '' : `：${entityName}`}`;
