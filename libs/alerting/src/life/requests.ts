import { SCHEMES, TIERS, type Scheme } from '@risk/domain';
import { cleanText, readForm, rowIdText } from '@risk/kit';
import { z } from 'zod';
import type { SilenceRequest } from '../telling/silences.js';
import type { MergeRequest, UnmergeRequest } from './merge-alerts.js';
import { STEP_KINDS, type StepKind } from './steps.js';
import type { StepRequest } from './step-request.js';

const unit = cleanText.min(1).max(50).describe('单位代码（units.yaml）');
const signature = { by: cleanText.describe('谁决定'), because: cleanText.describe('理由或内容') };
const seen = rowIdText
  .nullish()
  .describe('提交人看到的最近一条经过的编号；其间别人有过决定则拒绝。签收、备注、反馈不需要');

/** What has papers of its own is not done by a bare step. */
const BY_PAPERS: Readonly<Partial<Record<StepKind, string>>> = {
  confirmed: '查实须由核查任务得出结论',
  transferred: '移送公安须制作移送材料',
};
const STEPS = STEP_KINDS.filter((kind) => !(kind in BY_PAPERS)) as [StepKind, ...StepKind[]];

/** The body of a step. */
export const stepRequestSchema = z.strictObject({
  kind: z
    .enum(STEPS, {
      error: ({ input }) => BY_PAPERS[input as StepKind] ?? `应为 ${STEPS.join('、')} 之一`,
    })
    .describe('做什么'),
  unit,
  ...signature,
  seen,
  toUnit: unit.optional().describe('改派给谁'),
  toPerson: cleanText.min(1).max(50).nullish().describe('由本单位谁经办，写姓名；null 为不再指定'),
});

/** The body of a merge. */
export const mergeRequestSchema = z.strictObject({
  into: rowIdText.describe('并入哪一件'),
  unit,
  ...signature,
  seen,
});

/** The body of taking a merged alert out again. */
export const unmergeRequestSchema = z.strictObject({ unit, ...signature, seen });

/** The body of a silence. */
export const silenceRequestSchema = z.strictObject({
  entity: rowIdText.nullish().describe('主体编号'),
  scheme: z
    .enum(SCHEMES as [Scheme, ...Scheme[]])
    .nullish()
    .describe('类型'),
  region: cleanText.max(20).nullish().describe('区划代码'),
  code: cleanText.max(100).nullish().describe('规则或词条代码'),
  tiers: z.array(z.enum(TIERS)).describe('静默哪些等级'),
  until: z.iso.datetime({ offset: true }).describe('到何时为止，最长 90 天'),
  ...signature,
});

/** The body of ending a silence, or of deciding on what is held back. */
export const signedRequestSchema = z.strictObject(signature);

/** Reads a step; every fault is named with its field. */
export function readStepRequest(alertId: string, content: unknown): StepRequest {
  const { seen: saw, toUnit, toPerson, ...rest } = readForm(stepRequestSchema, content);
  const to = {
    ...(toUnit === undefined ? {} : { toUnit }),
    ...(toPerson === undefined ? {} : { toPerson }),
  };
  return { alertId, ...rest, seen: saw ?? null, ...to };
}

export function readMergeRequest(alertId: string, content: unknown): MergeRequest {
  const { into, seen: saw, ...rest } = readForm(mergeRequestSchema, content);
  return { alertId, intoId: into, ...rest, seen: saw ?? null };
}

export function readUnmergeRequest(alertId: string, content: unknown): UnmergeRequest {
  const { seen: saw, ...rest } = readForm(unmergeRequestSchema, content);
  return { alertId, ...rest, seen: saw ?? null };
}

export function readSilenceRequest(content: unknown): SilenceRequest {
  const { entity, scheme, region, code, until, ...rest } = readForm(silenceRequestSchema, content);
  const what = { scheme: scheme ?? null, region: region ?? null, code: code ?? null };
  return { entityId: entity ?? null, ...what, until: new Date(until), ...rest };
}

/** Reads who decides and why. */
export const readSigned = (content: unknown) => readForm(signedRequestSchema, content);
