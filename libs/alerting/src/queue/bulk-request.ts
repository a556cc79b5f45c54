import { cleanText, rowIdText } from '@risk/kit';
import { z } from 'zod';
import { stepTitle, type StepKind } from '../life/steps.js';

/** As many alerts as somebody answers for at once. */
export const MOST_AT_ONCE = 500;

/** What can be done with many alerts at once: nothing that needs papers, or another unit. */
const KINDS = [
  ...['acknowledged', 'verifying', 'noted', 'paused', 'resumed', 'entrusted'],
  ...['refuted', 'closed', 'reopened'],
] as [StepKind, ...StepKind[]];

/** The body of doing one thing with many alerts. */
export const bulkRequestSchema = z.strictObject({
  kind: z
    .enum(KINDS, { error: () => `应为 ${KINDS.join('、')} 之一` })
    .describe(`做什么：${KINDS.map(stepTitle).join('、')}`),
  because: cleanText.min(1).max(1000).describe('理由或内容'),
  by: cleanText.describe('谁决定：登录的人'),
  toPerson: cleanText.min(1).max(50).nullish().describe('由谁经办；null 为不再指定'),
  alerts: z
    .array(z.strictObject({ id: rowIdText, seen: rowIdText.nullable() }))
    .min(1)
    .max(MOST_AT_ONCE)
    .optional()
    .describe('哪些预警，各自看到的最近一条经过'),
  filter: z.string().max(2000).optional().describe('或者：符合这些条件的全部，写法同列表的查询'),
  expected: z.int().min(1).max(MOST_AT_ONCE).optional().describe('提交人看到的件数，不符则拒绝'),
});
