import { shown, type ShownForm } from '@risk/kit';
import {
  mergeRequestSchema,
  signedRequestSchema,
  silenceRequestSchema,
  stepRequestSchema,
  unmergeRequestSchema,
} from './requests.js';

type JsonDocument = Readonly<Record<string, unknown>>;

const id = (what: string): JsonDocument => ({
  name: 'id',
  in: 'path',
  required: true,
  description: `${what}编号`,
  schema: { type: 'string' },
});

const doing = (
  operationId: string,
  summary: string,
  request: string,
  what: string | null,
): JsonDocument => ({
  operationId,
  summary,
  ...(what === null ? {} : { parameters: [id(what)] }),
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${request}` } } },
  },
  responses: {
    '200': { description: '已保存' },
    '404': { description: '没有找到' },
    '409': { description: '其间有人处理过；detail 写明谁、何时、什么、为什么' },
    '422': { description: '内容不符合要求，或现在不能这样做' },
  },
});

const asked = (name: string): JsonDocument => ({
  ...{ name, in: 'query', schema: { type: 'string' } },
});

/** A list that is paged: what else it can be asked. */
const reading = (
  operationId: string,
  summary: string,
  asks: readonly string[],
  ofUnit = false,
): JsonDocument => ({
  get: {
    ...{ operationId, summary },
    parameters: [
      ...(ofUnit ? [{ ...id('单位'), name: 'code', description: '单位代码' }] : []),
      ...['limit', 'after', 'sort', ...asks].map(asked),
    ],
    responses: { '200': { description: 'rows、next、total' } },
  },
});

const SIGNED = { by: '张某', because: '已与核查人员核对' };

const SCHEMAS = {
  stepRequest: shown(stepRequestSchema, {
    ...{ kind: 'acknowledged', unit: 'jrb', by: '张某', because: '收到，即行核查', seen: '4' },
  }),
  mergeRequest: shown(mergeRequestSchema, { into: '12', unit: 'jrb', ...SIGNED, seen: '4' }),
  unmergeRequest: shown(unmergeRequestSchema, { unit: 'jrb', ...SIGNED, seen: '5' }),
  silenceRequest: shown(silenceRequestSchema, {
    ...{ entity: '88', tiers: ['blue', 'yellow'], until: '2026-12-15T18:00:00+08:00' },
    ...{ by: '张某', because: '正在联合检查，避免重复通知' },
  }),
  signedRequest: shown(signedRequestSchema, SIGNED),
};

/** The part of the OpenAPI document that tells how alerts are worked on. */
export function describeLife(): {
  readonly paths: JsonDocument;
  readonly schemas: Readonly<Record<string, ShownForm>>;
} {
  return {
    paths: {
      '/api/alerts/{id}/steps': {
        post: doing(
          'take-step',
          '签收、核查、反馈、备注、异议、暂停、恢复、改派、指定经办人、排除、办结、重新打开',
          'stepRequest',
          '预警',
        ),
      },
      '/api/alerts/{id}/merge': {
        post: doing('merge-alert', '并入另一件；可以撤销', 'mergeRequest', '预警'),
      },
      '/api/alerts/{id}/unmerge': {
        post: doing('unmerge-alert', '撤销合并，各归各', 'unmergeRequest', '预警'),
      },
      '/api/duties': reading('list-duties', '谁欠什么、到何时，最急的在前', [
        ...['state', 'unit', 'kind', 'alert', 'words'],
      ]),
      '/api/units/{code}/inbox': reading(
        'read-inbox',
        '一个单位的收件箱，未读的在前',
        ['state', 'kind', 'words'],
        true,
      ),
      '/api/silences': {
        ...reading('list-silences', '静默：谁设的、为什么、到何时', ['state']),
        post: doing(
          'make-silence',
          '设静默；到期自动恢复，其间的预警届时补发',
          'silenceRequest',
          null,
        ),
      },
      '/api/silences/{id}/end': {
        post: doing('end-silence', '提前结束静默', 'signedRequest', '静默'),
      },
      '/api/floods': reading('list-floods', '因新规则引发过多而暂停发送的预警', ['state']),
      '/api/floods/{id}/release': {
        post: doing('release-flood', '核对后发送', 'signedRequest', '暂停'),
      },
      '/api/floods/{id}/drop': {
        post: doing('drop-flood', '核对后不发送', 'signedRequest', '暂停'),
      },
    },
    schemas: SCHEMAS,
  };
}
