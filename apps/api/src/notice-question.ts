import { z } from 'zod';
import { NOTICE_STATES, type NoticeQuestion, type NoticeState } from '@risk/alerting';
import { readForm } from '@risk/kit';
import { asked } from './query.js';

const MOST = 200;

/** What may be asked of the history of notices. */
const question = z.strictObject({
  state: z.enum(NOTICE_STATES as [NoticeState, ...NoticeState[]]).optional(),
  alert: asked.rowId.optional(),
  unit: asked.code.optional(),
  channel: asked.code.optional(),
  before: asked.rowId.optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});

/** Reads which notices somebody wants to see. */
export function readNoticeQuestion(query: unknown): NoticeQuestion {
  const { state, alert, unit, channel, before, limit } = readForm(question, query);
  return {
    state: state ?? null,
    alertId: alert ?? null,
    unit: unit ?? null,
    channel: channel ?? null,
    before: before ?? null,
    limit,
  };
}
