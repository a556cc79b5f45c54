import { shown, type ShownForm } from '@risk/kit';
import { bulletinReasonSchema, bulletinStepSchema, specialSchema } from './requests.js';

type JsonDocument = Readonly<Record<string, unknown>>;

const REFUSED = {
  '404': { description: '没有这期简报' },
  '409': { description: '已有人先办，或已有更正版' },
  '422': { description: '内容不符合要求、阶段不允许或本期不完整；detail 写明哪一项' },
};

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: '简报编号',
  schema: { type: 'string' },
};

const query = (name: string, description: string): JsonDocument => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});

const body = (form: string): JsonDocument => ({
  required: true,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${form}` } } },
});

const writing = (
  operationId: string,
  summary: string,
  form: string,
  parameters: readonly JsonDocument[],
) => ({
  operationId,
  summary,
  parameters,
  requestBody: body(form),
  responses: { '200': { description: '办理之后的简报' }, ...REFUSED },
});

/** Describes the doors of bulletins from the schemas that they really use. */
export const describeBulletins = (): {
  readonly paths: JsonDocument;
  readonly schemas: Readonly<Record<string, ShownForm>>;
} => ({
  paths: {
    '/api/bulletins': {
      get: {
        operationId: 'get-bulletins',
        summary: '简报存档，最近的在前',
        parameters: [
          query('kind', 'daily、weekly、monthly、quarterly、special'),
          query('edition', 'city、region:区划代码、unit:单位代码、entity:主体编号'),
          query('state', 'draft、reviewed、issued、withdrawn'),
          query('words', '正文里的字'),
          query('limit', '每页行数，1 到 200'),
          query('after', '上一页的 next'),
          query('sort', 'composedAt、issuedAt，前面加 - 为降序'),
        ],
        responses: { '200': { description: 'rows、next、total；只读的人只见已签发的' } },
      },
      post: writing('post-special', '编制一份主体专报', 'specialReport', []),
    },
    '/api/bulletins/{id}': {
      get: {
        operationId: 'get-bulletin',
        summary: '一期简报：文件和摘要、经过、收件人是否已阅',
        parameters: [ID],
        responses: { '200': { description: '简报' }, ...REFUSED },
      },
    },
    '/api/bulletins/{id}/files/{name}': {
      get: {
        operationId: 'get-bulletin-file',
        summary: '简报的一个文件，与编制时逐字节相同',
        parameters: [ID, { ...ID, name: 'name', description: '文件名' }],
        responses: { '200': { description: '文件' }, ...REFUSED },
      },
    },
    '/api/bulletins/{id}/steps': {
      post: writing('post-bulletin-step', '审核、退回、签发、作废', 'bulletinStep', [ID]),
    },
    '/api/bulletins/{id}/corrections': {
      post: writing('post-bulletin-correction', '编制更正版', 'bulletinReason', [ID]),
    },
    '/api/bulletins/{id}/recompositions': {
      post: writing('post-bulletin-recomposition', '重新编制草稿', 'bulletinReason', [ID]),
    },
  },
  schemas: {
    bulletinStep: shown(bulletinStepSchema, {
      ...{ kind: 'reviewed', by: '张某', because: '数字已核对', seen: '31' },
    }),
    bulletinReason: shown(bulletinReasonSchema, { by: '张某', because: '补入当日晚间的情况' }),
    specialReport: shown(specialSchema, { entityId: '88', by: '张某', because: '领导要求' }),
  },
});
