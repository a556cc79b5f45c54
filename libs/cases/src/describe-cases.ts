import { shown, type ShownForm } from '@risk/kit';
import { outcomeRequestSchema, tierRequestSchema } from './requests.js';

type JsonDocument = Readonly<Record<string, unknown>>;

/** The part of the OpenAPI document that tells how people's decisions come in and what is learnt of them. */
export interface CaseDocuments {
  readonly paths: JsonDocument;
  /** The forms that bodies must have. */
  readonly schemas: Readonly<Record<string, ShownForm>>;
}

/** Describes the doors of decisions from the schemas that they really use. */
export function describeCases(): CaseDocuments {
  return {
    paths: {
      '/api/entities/{id}/tier': {
        post: deciding('post-tier', '人工定级或撤回；模型的等级不受影响，两者并列', 'tierRequest'),
      },
      '/api/entities/{id}/outcomes': {
        post: deciding('post-outcome', '记录核查结论；后一次代替前一次，都留存', 'outcomeRequest'),
      },
      '/api/outcomes/report': { get: REPORT },
    },
    schemas: {
      tierRequest: shown(tierRequestSchema, {
        ...{ tier: 'orange', by: '张某', because: '现场走访，门店仍在收款', seen: null },
      }),
      outcomeRequest: shown(outcomeRequestSchema, {
        ...{ verdict: 'confirmed', scheme: 'illegal-fundraising', exposedOn: '2026-11-20' },
        ...{ losses: 3_200_000, people: 46, by: '张某', because: '三性均已查明', seen: null },
      }),
    },
  };
}

const deciding = (operationId: string, summary: string, request: string): JsonDocument => ({
  operationId,
  summary,
  parameters: [
    { name: 'id', in: 'path', required: true, description: '主体编号', schema: { type: 'string' } },
  ],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${request}` } } },
  },
  responses: {
    '200': { description: '已保存的决定' },
    '404': { description: '没有这个主体' },
    '409': { description: '其间有人决定过；detail 写明谁、何时、什么、为什么' },
    '422': { description: '内容不符合要求' },
  },
});

const day = (name: string, description: string): JsonDocument => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', format: 'date' },
});

const REPORT: JsonDocument = {
  operationId: 'get-outcome-report',
  summary: '每条规则和代码的查准率（含 95% 区间）、每查实一案的预警数、提前量',
  parameters: [
    day('from', '预警起始日'),
    day('to', '预警截止日'),
    {
      name: 'samples',
      in: 'query',
      description: 'true 时计入样例',
      schema: { type: 'string', enum: ['true', 'false'] },
    },
  ],
  responses: { '200': { description: '各项数字及其件数' } },
};
