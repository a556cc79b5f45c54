import { cleanText, isCalendarDay, readForm } from '@risk/kit';
import { z } from 'zod';
import type { Signature } from '../signature.js';

const words = (longest: number) => cleanText.trim().min(1).max(longest);
const told = (longest: number) => words(longest).nullish();
const day = z.string().refine(isCalendarDay, '应为 yyyy-mm-dd 的日期');
const sum = z.number().min(0).max(1e15).nullish();

/** A penalty as its decision says it; only number, day and organ must be there. */
const penaltySchema = z.strictObject({
  number: words(100).describe('行政处罚决定书文号'),
  decidedOn: day.describe('处罚决定日期'),
  organ: words(100).describe('处罚机关'),
  organUscc: told(18).describe('处罚机关统一社会信用代码'),
  violation: told(500).describe('违法行为类型'),
  facts: told(4000).describe('违法事实'),
  basis: told(2000).describe('处罚依据'),
  category: told(100).describe('处罚类别'),
  content: told(4000).describe('处罚内容'),
  fine: sum.describe('罚款，元'),
  confiscated: sum.describe('没收金额，元'),
  licence: told(200).describe('暂扣或吊销证照名称及编号'),
  validUntil: day.nullish().describe('处罚有效期'),
  publicUntil: day.nullish().describe('公示截止期'),
  kind: z.enum(['法人及非法人组织', '自然人', '个体工商户']).optional().describe('行政相对人类别'),
  representative: told(100).describe('法定代表人；不填取登记'),
  again: z.boolean().default(false).describe('这个决定报送过，更正后再报'),
});

/** The facts of an export: penalties by the id or the credit code of the entity. */
export const creditSchema = z.strictObject({
  unit: words(50).optional().describe('数据来源单位代码；不填为牵头部门'),
  unitUscc: told(18).describe('数据来源单位统一社会信用代码'),
  penalties: z
    .record(
      z.string().regex(/^[0-9A-Za-z]{1,18}$/, '应为主体编号或统一社会信用代码'),
      penaltySchema,
    )
    .describe('按主体编号或统一社会信用代码'),
});

/** A penalty as somebody tells it. */
export type ToldPenalty = z.output<typeof penaltySchema>;

/** Who exports which penalties, and why. */
export interface CreditRequest extends Signature {
  readonly facts: z.output<typeof creditSchema>;
}

/** Reads the facts of an export; every fault is named with its field. */
export const readCredit = (facts: unknown, { by, because }: Signature): CreditRequest => ({
  facts: readForm(creditSchema, facts),
  by,
  because,
});
