import { cleanText, NotFound, readForm } from '@risk/kit';
import { z } from 'zod';
import type { DraftRequest } from './draft-letter.js';
import { DRAFT_CODES, isDraftCode, type DraftCode } from './draft-code.js';
import { DRAFT_FORMS } from './forms.js';
import {
  MEETING_FORMS,
  type MeetingPaperCode,
  type MeetingPaperRequest,
} from './meeting-papers.js';
import type { SigningRequest } from './sign-letter.js';

/** The body by which a person signs a letter. */
export const signingSchema = z.strictObject({
  number: cleanText.trim().nullish().describe('文号，如 郴金办函〔2026〕1号；核查记录可以不编'),
  on: z.string().nullish().describe('签发日期 yyyy-mm-dd；不填为今天'),
  by: cleanText.describe('签发人'),
  because: cleanText.describe('签发理由'),
  facts: z.record(z.string(), z.unknown()).default({}).describe('只有人知道的事实，见各文书'),
});

/** Reads what people say for a letter; every fault is named with its field. */
export function readDraft(alertId: string, code: string, facts: unknown): DraftRequest {
  const known = draftCodeOf(code);
  return { alertId, code: known, said: readForm(DRAFT_FORMS[known].said, facts) };
}

/** Reads who signs a letter. */
export function readSigning(alertId: string, code: string, body: unknown): SigningRequest {
  const { facts, number, on, by, because } = readForm(signingSchema, body);
  const draft = readDraft(alertId, code, facts);
  return { ...draft, number: number ?? null, on: on ?? null, by, because };
}

/** Reads what people say for a paper of a joint meeting. */
export function readMeetingPaper(
  meetingId: string,
  code: string,
  facts: unknown,
): MeetingPaperRequest {
  const known = (Object.keys(MEETING_FORMS) as MeetingPaperCode[]).find((one) => one === code);
  if (!known) throw new NotFound(`会议没有“${code}”这种文书，只有 agenda（议程）、minutes（纪要）`);
  return { meetingId, code: known, said: readForm(MEETING_FORMS[known].said, facts) };
}

function draftCodeOf(code: string): DraftCode {
  if (isDraftCode(code)) return code;
  throw new NotFound(`没有“${code}”这种文书，可用：${DRAFT_CODES.join('、')}`);
}
