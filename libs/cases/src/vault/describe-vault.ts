import { shown } from '@risk/kit';
import type { CaseDocuments } from '../describe-cases.js';
import { lookApprovalSchema, lookRequestSchema, lookSchema } from './vault-requests.js';

type JsonDocument = Readonly<Record<string, unknown>>;

/** Describes the doors of looks into the vault from the schemas that they really use. */
export function describeVault(): CaseDocuments {
  const doors = [ASK, CONSENT, LOOK].map((door) => [door.path, { post: postOf(door) }] as const);
  return {
    paths: {
      ...Object.fromEntries(doors),
      '/api/vault/requests': { post: postOf(ASK), get: REQUESTS },
      '/api/vault/requests/export': { get: REQUESTS_FILE },
      '/api/vault/looks': { get: LOOKS },
      '/api/vault/looks/export': { get: LOOKS_FILE },
    },
    schemas: {
      lookRequest: shown(lookRequestSchema, {
        ...{ by: '张某', unit: 'jrb', recordIds: ['1024'] },
        because: '核查需要向举报人了解合同和转账凭证，已经负责人口头同意',
      }),
      lookApproval: shown(lookApprovalSchema, {
        ...{ by: '刘某', unit: 'gaj', because: '已核对申请理由，确为核查所需' },
      }),
      lookBody: shown(lookSchema, { by: '张某' }),
    },
  };
}

interface Door {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly body: string;
}

const ASK: Door = {
  path: '/api/vault/requests',
  operationId: 'post-vault-request',
  summary: '申请查看举报人：写明单位、理由和记录；须另一人批准',
  body: 'lookRequest',
};
const CONSENT: Door = {
  path: '/api/vault/requests/{id}/approval',
  operationId: 'post-vault-approval',
  summary: '第二人批准；申请人不能自己批准，重复批准无害',
  body: 'lookApproval',
};
const LOOK: Door = {
  path: '/api/vault/requests/{id}/look',
  operationId: 'post-vault-look',
  summary: '申请人在批准时限内查看举报人；每看一次都留下记录',
  body: 'lookBody',
};

const postOf = ({ path, operationId, summary, body }: Door): JsonDocument => ({
  operationId,
  summary,
  ...(path.includes('{id}') && {
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: '申请编号',
        schema: { type: 'string' },
      },
    ],
  }),
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${body}` } } },
  },
  responses: {
    '200': { description: '已保存的申请，或查看到的举报人' },
    '403': { description: '不是另一人，或不是申请人本人' },
    '404': { description: '没有这个申请' },
    '409': { description: '没有批准、已由他人批准或已过期' },
    '422': { description: '内容不符合要求，或单位无权查看' },
  },
});

const listOf = (
  operationId: string,
  summary: string,
  ...asks: readonly string[]
): JsonDocument => ({
  operationId,
  summary,
  parameters: asks.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
  responses: { '200': { description: '只含本人可见范围内的，最近的在前' } },
});

const REQUESTS = listOf(
  'get-vault-requests',
  '查看举报人的申请：谁申请、为什么、谁批准、看过几次（不含举报人），一页',
  ...['limit', 'after', 'sort', 'state'],
);
const REQUESTS_FILE = listOf(
  'get-vault-requests-export',
  '查看举报人的申请，XLSX',
  ...['sort', 'state'],
);
const LOOKS = listOf(
  'get-vault-looks',
  '谁看过哪条记录的举报人、为什么、谁批准（不含举报人），一页',
  ...['limit', 'after', 'sort', 'record'],
);
const LOOKS_FILE = listOf(
  'get-vault-looks-export',
  '查看举报人的记录，XLSX',
  ...['sort', 'record'],
);
