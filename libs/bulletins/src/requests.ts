import { BULLETIN_KINDS, BULLETIN_STATES, PERIODIC_KINDS, type BulletinKind } from '@risk/domain';
import { chinaMoment, cleanText, Invalid, readForm, rowIdText } from '@risk/kit';
import { z } from 'zod';
import type { ArchiveQuestion } from './release/ports.js';
import type { CorrectionWish } from './release/correct-bulletin.js';
import type { SpecialWish } from './release/order-special.js';
import type { PreviewWish } from './release/preview-bulletin.js';
import { PERSON_STEPS, type StepWish } from './release/take-step.js';
import { readScope } from './scope.js';

const signature = {
  by: cleanText.describe('谁办理'),
  because: cleanText.describe('理由'),
};

/** The body by which a person takes a step with a bulletin. */
export const bulletinStepSchema = z.strictObject({
  kind: z.enum(PERSON_STEPS).describe('reviewed 审核、returned 退回、signed 签发、withdrawn 作废'),
  ...signature,
  seen: rowIdText.nullish().describe('看到的最近一步的编号'),
});

/** The body by which a person corrects an issued bulletin, or composes a draft again. */
export const bulletinReasonSchema = z.strictObject(signature);

/** The body by which a person orders a special report. */
export const specialSchema = z.strictObject({
  entityId: rowIdText.describe('主体编号'),
  ...signature,
});

const archiveSchema = z.strictObject({
  kind: z.enum(BULLETIN_KINDS as [BulletinKind, ...BulletinKind[]]).optional(),
  edition: z.string().max(60).optional(),
  state: z.enum(BULLETIN_STATES as ['draft', 'reviewed', 'issued', 'withdrawn']).optional(),
  words: cleanText.max(100).optional(),
  before: rowIdText.optional(),
});

/** How many editions a page of the archive holds. */
export const ARCHIVE_PAGE = 50;

/** Reads what somebody looks for in the archive; an empty field of a form asks for nothing. */
export function readArchiveQuestion(query: unknown): ArchiveQuestion {
  const given = Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''));
  const { kind, edition, state, words, before } = readForm(archiveSchema, given);
  return {
    kind: kind ?? null,
    scope: edition === undefined ? null : scopeWord(edition),
    state: state ?? null,
    words: words?.trim() ?? null,
    before: before ?? null,
    limit: ARCHIVE_PAGE,
  };
}

const scopeWord = (text: string): string => {
  readScope(text);
  return text;
};

export function readStepWish(id: string, body: unknown): StepWish {
  const { seen, ...rest } = readForm(bulletinStepSchema, body);
  return { id, ...rest, seen: seen ?? null };
}

export const readCorrection = (id: string, body: unknown): CorrectionWish => ({
  id,
  ...readForm(bulletinReasonSchema, body),
});

export const readReason = (body: unknown): z.output<typeof bulletinReasonSchema> =>
  readForm(bulletinReasonSchema, body);

export const readSpecial = (body: unknown): SpecialWish => readForm(specialSchema, body);

/** A bulletin that somebody wants to look at. */
export interface PreviewForm {
  readonly kind: string;
  /** A moment with an offset, or a minute or day of China; null is now. */
  readonly asOf: string | null;
  readonly edition: string;
  /** Of a special report. */
  readonly entityId: string | null;
}

/** Reads what somebody wants to preview. */
export function readPreview(
  { kind, asOf, edition, entityId }: PreviewForm,
  now: Date,
): PreviewWish {
  const moment = asOf === null ? now : chinaMoment('as-of', asOf);
  if (kind === 'special') {
    if (entityId === null) throw new Invalid('专报须写明主体编号');
    return { kind, entityId: readForm(rowIdText, entityId, '主体：'), asOf: moment };
  }
  const known = PERIODIC_KINDS.find((one) => one === kind);
  if (!known) throw new Invalid(`没有“${kind}”这种简报，可用：${BULLETIN_KINDS.join('、')}`);
  return { kind: known, scope: readScope(edition), asOf: moment };
}
