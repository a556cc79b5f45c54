import { shown, type ShownForm } from '@risk/kit';
import { NOTICE_STATES } from './notice-records.js';
import { resendRequestSchema, settleRequestSchema } from './settle-request.js';

type JsonDocument = Readonly<Record<string, unknown>>;

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: '通知编号',
  schema: { type: 'string' },
};

const filter = (name: string, description: string, schema: JsonDocument = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});

const deciding = (operationId: string, summary: string, request: string): JsonDocument => ({
  operationId,
  summary,
  parameters: [ID],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${request}` } } },
  },
  responses: {
    '200': { description: '已保存的决定' },
    '404': { description: '没有这封通知' },
    '409': { description: '这封通知现在不能这样处理；detail 写明它的状态' },
    '422': { description: '内容不符合要求' },
  },
});

/** The part of the OpenAPI document that tells how the history of notices is read and settled. */
export function describeNotices(): {
  readonly paths: JsonDocument;
  readonly schemas: Readonly<Record<string, ShownForm>>;
} {
  return {
    paths: {
      '/api/notices': {
        get: {
          operationId: 'list-notices',
          summary: '全部通知的历史，最近的在前',
          parameters: [
            filter('state', '状态', { type: 'string', enum: NOTICE_STATES }),
            filter('alert', '预警编号'),
            filter('unit', '单位代码'),
            filter('channel', '渠道：email、inbox、webhook:代码'),
            filter('kind', '种类'),
            filter('limit', '每页行数，1 到 200', { type: 'integer' }),
            filter('after', '上一页的 next'),
            filter('sort', 'number 或 -number'),
          ],
          responses: { '200': { description: 'rows、next、total' } },
        },
      },
      '/api/notices/{id}': {
        get: {
          operationId: 'get-notice',
          summary: '一封通知：实际说了什么，人对它做过什么决定',
          parameters: [ID],
          responses: { '200': { description: '通知' }, '404': { description: '没有这封通知' } },
        },
      },
      '/api/notices/{id}/resend': {
        post: deciding('resend-notice', '重发不明或未送达的通知；Message-ID 不变', 'resendRequest'),
      },
      '/api/notices/{id}/settle': {
        post: deciding('settle-notice', '结清不明的通知：核实已收到或没有收到', 'settleRequest'),
      },
    },
    schemas: {
      resendRequest: shown(resendRequestSchema, { by: '张某', because: '对方来电说没有收到' }),
      settleRequest: shown(settleRequestSchema, {
        ...{ received: true, by: '张某', because: '已与联络员电话核实' },
      }),
    },
  };
}
