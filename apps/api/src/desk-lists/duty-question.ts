import { DUTY_KINDS, type DutyKind, type Sight } from '@risk/domain';
import { readForm } from '@risk/kit';
import { DUTY_SORTS, DUTY_STATES, type DutyListQuestion } from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import { asked } from '../query.js';

/** What may be asked of the list of duties. */
export const dutyForm = z.strictObject({
  ...listForm(DUTY_SORTS, 'dueAt'),
  state: z.enum(DUTY_STATES).default('standing'),
  unit: asked.code.optional(),
  kind: z.enum(DUTY_KINDS as [DutyKind, ...DutyKind[]]).optional(),
  alert: asked.rowId.optional(),
  words: z.string().trim().max(100).optional(),
});

/** Reads which duties somebody wants. */
export function readDutyQuestion(query: unknown, sight: Sight, now: Date): DutyListQuestion {
  const { state, unit, kind, alert, words = '', ...list } = readForm(dutyForm, query);
  return {
    ...{ ...listQuestion(list), state, unit: unit ?? null, kind: kind ?? null },
    ...{ alertId: alert ?? null, words: words === '' ? null : words, now, sight },
  };
}
