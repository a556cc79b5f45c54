import { OUTCOME_VERDICTS, SCHEMES, TIERS, type OutcomeVerdict, type Scheme } from '@risk/domain';
import { cleanText, readForm } from '@risk/kit';
import { z } from 'zod';
import type { OutcomeRequest } from './record-outcome.js';
import type { TierRequest } from './decide-tier.js';

const seen = z
  .string()
  .regex(/^\d{1,18}$/, '应为决定的编号')
  .nullable()
  .describe('提交人看到的最近一次决定的编号；还没有决定时为 null。其间有人决定过则拒绝');
const signature = {
  by: cleanText.describe('谁决定'),
  because: cleanText.describe('理由'),
  seen,
};
const amount = (about: string) => z.number().min(0).nullish().describe(about);

/** The body of a decision on a tier. */
export const tierRequestSchema = z.strictObject({
  tier: z.enum([...TIERS, 'withdraw']).describe('人工等级；withdraw 撤回'),
  ...signature,
});

/** The body of an outcome. */
export const outcomeRequestSchema = z.strictObject({
  verdict: z
    .enum(OUTCOME_VERDICTS as [OutcomeVerdict, ...OutcomeVerdict[]])
    .describe('查实、排除、行政处理、移送公安'),
  scheme: z
    .enum(SCHEMES as [Scheme, ...Scheme[]])
    .nullish()
    .describe('类型；查实的必填'),
  exposedOn: z.string().nullish().describe('暴露日期 yyyy-mm-dd'),
  losses: amount('损失，元'),
  people: amount('受损人数'),
  ...signature,
});

/** Reads what somebody wants to set; every fault is named with its field. */
export function readTierRequest(entity: string, content: unknown): TierRequest {
  const { tier, ...rest } = readForm(tierRequestSchema, content);
  return { entity, to: tier === 'withdraw' ? null : tier, ...rest };
}

/** Reads an outcome that somebody reports; what is not said is null. */
export function readOutcomeRequest(entity: string, content: unknown): OutcomeRequest {
  const { scheme, exposedOn, losses, people, ...rest } = readForm(outcomeRequestSchema, content);
  return {
    entity,
    ...rest,
    scheme: scheme ?? null,
    exposedOn: exposedOn ?? null,
    losses: losses ?? null,
    people: people ?? null,
  };
}
