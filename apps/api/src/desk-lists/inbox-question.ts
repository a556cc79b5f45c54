import { readForm } from '@risk/kit';
import { INBOX_SORTS, type InboxQuestion } from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';

/** What lies in an inbox: kinds of notices, and what was handed over to public security. */
export const INBOX_KINDS = [
  ...(['escalation', 'handover', 'alert', 'reminder', 'progress', 'digest', 'bulletin'] as const),
] as const;

/** What may be asked of the inbox of a unit. */
export const inboxForm = z.strictObject({
  ...listForm(INBOX_SORTS, '-urgency'),
  state: z.enum(['unread', 'read']).optional(),
  kind: z.enum(INBOX_KINDS).optional(),
  words: z.string().trim().max(100).optional(),
});

/** Reads which messages of a unit somebody wants. */
export function readInboxQuestion(unit: string, query: unknown): InboxQuestion {
  const { state, kind, words = '', ...list } = readForm(inboxForm, query);
  return {
    ...listQuestion(list),
    unit,
    isRead: state === undefined ? null : state === 'read',
    kind: kind ?? null,
    words: words === '' ? null : words,
  };
}
