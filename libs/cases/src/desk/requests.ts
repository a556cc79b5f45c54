import { SCHEMES, type Scheme } from '@risk/domain';
import { cleanText, Invalid, readForm, rowIdText } from '@risk/kit';
import { z } from 'zod';
import { RECEIPT_ANSWERS, type ReceiptAnswer } from '../handover/hand-over.js';
import type { HandOverDraft, HandOverRequest } from '../handover/make-hand-over.js';
import type { ReceiptRequest } from '../handover/record-receipt.js';
import type { TakeInRequest } from '../handover/take-in.js';
import { AGGRAVATION_KINDS, type Aggravation } from '../handover/thresholds.js';
import type { DecisionRequest } from '../meeting/decide-at-meeting.js';
import type { TaskReport } from '../meeting/finish-task.js';
import type { MeetingRequest } from '../meeting/prepare-meeting.js';
import { CHECKED_ELEMENTS, FINDINGS, type Finding } from '../verification/checklist.js';
import type { ConclusionRequest } from '../verification/conclude-verification.js';
import { CONCLUSIONS } from '../verification/conclusions.js';
import type { NoteRequest } from '../verification/note-verification.js';
import type { VerificationRequest } from '../verification/open-verification.js';
import { ACTION_KINDS, type ActionKind, type Conclusion } from '../verification/verification.js';

const seen = (what: string) => rowIdText.describe(`提交人看到的最近一次${what}的编号`);
const seenOrNone = (what: string) => seen(what).nullable();
const signature = {
  by: cleanText.describe('谁'),
  because: cleanText.max(1000).describe('理由、事由'),
};
const day = z.string().describe('yyyy-mm-dd');
const figure = (about: string) => z.number().min(0).nullish().describe(about);
const officers = z.array(cleanText).max(20).describe('办理人员；调查不少于两人');
const evidence = z
  .array(z.string())
  .max(100)
  .default([])
  .describe('attachment:编号、record:编号 或 entry:编号');
const oneOf = <T extends string>(values: readonly T[]) => z.enum(values as [T, ...T[]]);

/** The body that opens a verification. */
export const verificationSchema = z.strictObject({
  unit: cleanText.describe('核查单位代码'),
  officers,
  ...signature,
  seen: seen('预警步骤'),
});

const logged = {
  ...signature,
  evidence,
  corrects: rowIdText.nullish().describe('更正哪一条；原条留存'),
  seen: seenOrNone('核查记录'),
};

/** An entry of the log: something done. */
const actionSchema = z.strictObject({
  kind: oneOf<ActionKind>(ACTION_KINDS),
  happenedAt: z.iso.datetime({ offset: true }).describe('何时，带时区'),
  officers,
  result: cleanText.max(4000).describe('结果'),
  approver: cleanText.nullish().describe('批准的主要负责人；查询账户必填'),
  ...logged,
});

/** An entry of the log: a finding on one of the three elements. */
const elementSchema = z.strictObject({
  kind: z.literal('element'),
  element: oneOf(CHECKED_ELEMENTS),
  finding: oneOf<Finding>(FINDINGS).describe('具备、不具备、不明'),
  ...logged,
});

/** The body of an entry. */
export const noteSchema = z.discriminatedUnion('kind', [actionSchema, elementSchema]);

/** The body that ends a verification. */
export const conclusionSchema = z.strictObject({
  verdict: oneOf(Object.keys(CONCLUSIONS) as Conclusion[]),
  scheme: oneOf<Scheme>(SCHEMES).nullish(),
  exposedOn: day.nullish(),
  losses: figure('损失，元'),
  people: figure('受损人数'),
  ...signature,
  seen: seen('预警步骤'),
  seenEntry: seenOrNone('核查记录'),
  seenOutcome: seenOrNone('核查结论'),
});

/** The body of the draft of a hand-over. */
export const handOverDraftSchema = z.strictObject({
  unit: cleanText.describe('移送单位代码'),
  to: cleanText.default('gaj').describe('公安机关代码'),
  officers,
  approver: cleanText.describe('批准移送的主要负责人'),
  amount: figure('吸收金额，元；不填则取投诉所称'),
  people: figure('人数；不填则取投诉所称'),
  losses: figure('直接经济损失，元'),
  aggravated: z.array(oneOf<Aggravation>(AGGRAVATION_KINDS)).default([]).describe('从重情节'),
  without: z.array(rowIdText).max(100).default([]).describe('不随函移送的附件编号'),
  ...signature,
});

/** The body of a hand-over. */
export const handOverSchema = handOverDraftSchema.extend({
  number: cleanText.describe('移送函的文号'),
  seen: seen('预警步骤'),
});

/** The body of a receipt. */
export const receiptSchema = z.strictObject({
  answer: oneOf<ReceiptAnswer>(RECEIPT_ANSWERS).describe('立案、不予立案、补充材料'),
  number: cleanText.nullish().describe('文号；立案、不予立案必填'),
  receivedOn: day,
  ...signature,
  seen: seenOrNone('回执'),
});

/** The body of a joint meeting. */
export const meetingSchema = z.strictObject({
  heldOn: day,
  chair: cleanText.describe('召集人'),
  units: z.array(cleanText).max(200).default([]).describe('参会单位；议题涉及的单位自动加入'),
  samples: z.boolean().default(false),
  ...signature,
});

/** The body of a decision at a meeting. */
export const decisionSchema = z.strictObject({
  item: z.int().min(1).nullish().describe('议题序号；议题之外的不填'),
  decision: cleanText.describe('决定'),
  tasks: z
    .array(z.strictObject({ unit: cleanText, what: cleanText, dueOn: day }))
    .max(50)
    .default([]),
  ...signature,
  seen: seenOrNone('决定'),
});

/** The body of a report that a task is done. */
export const taskSchema = z.strictObject(signature);

/** Reads who wants to verify an alert. */
export const readVerification = (alertId: string, body: unknown): VerificationRequest => ({
  alertId,
  ...readForm(verificationSchema, body),
});

/** Reads an entry for the log of a verification. */
export function readNote(verificationId: string, body: unknown): NoteRequest {
  const { by, because, seen, corrects, ...note } = readForm(noteSchema, body);
  const signed = { verificationId, by, because, seen, corrects: corrects ?? null };
  if (note.kind === 'element') return { ...signed, note };
  const { happenedAt, approver } = note;
  const action = { ...note, happenedAt: new Date(happenedAt), approver: approver ?? null };
  return { ...signed, note: action };
}

/** Reads how a verification ends; what is not said is null. */
export const readConclusion = (verificationId: string, body: unknown): ConclusionRequest => {
  const { scheme, exposedOn, ...rest } = readForm(conclusionSchema, body);
  const told = { scheme: scheme ?? null, exposedOn: exposedOn ?? null };
  return { verificationId, ...rest, ...told, ...figuresOf(rest) };
};

/** Reads what may be handed over to public security. */
export const readHandOverDraft = (alertId: string, body: unknown): HandOverDraft => {
  const { amount, ...rest } = readForm(handOverDraftSchema, body);
  return { alertId, ...rest, ...figuresOf(rest), amount: amount ?? null };
};

/** Reads what is handed over to public security. */
export const readHandOver = (alertId: string, body: unknown): HandOverRequest => {
  const { amount, ...rest } = readForm(handOverSchema, body);
  return { alertId, ...rest, ...figuresOf(rest), amount: amount ?? null };
};

/** Reads that public security took a hand-over in. */
export const readTakeIn = (handOverId: string, body: unknown): TakeInRequest => ({
  handOverId,
  ...readForm(taskSchema, body),
});

/** Reads an answer of public security. */
export const readReceipt = (handOverId: string, body: unknown): ReceiptRequest => {
  const { number, ...rest } = readForm(receiptSchema, body);
  return { handOverId, ...rest, number: number ?? null };
};

/** Reads who calls a joint meeting. */
export const readMeeting = (body: unknown): MeetingRequest => readForm(meetingSchema, body);

/** Reads what a meeting decided. */
export const readDecision = (meetingId: string, body: unknown): DecisionRequest => {
  const { item, ...rest } = readForm(decisionSchema, body);
  return { meetingId, ...rest, item: item ?? null };
};

/** Reads that a task is done. */
export const readTaskReport = (taskId: string, body: unknown): TaskReport => ({
  taskId,
  ...readForm(taskSchema, body),
});

const figuresOf = (said: {
  losses?: number | null | undefined;
  people?: number | null | undefined;
}) => ({
  losses: said.losses ?? null,
  people: said.people ?? null,
});

/** An id of a row, or a refusal that names what it should be the id of. */
export function rowIdOf(what: string, text: string | undefined): string {
  if (text !== undefined && /^\d{1,18}$/.test(text)) return text;
  throw new Invalid(`请给出${what}的编号`);
}
