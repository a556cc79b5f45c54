import { shown } from '@risk/kit';
import {
  conclusionSchema,
  decisionSchema,
  handOverDraftSchema,
  handOverSchema,
  meetingSchema,
  noteSchema,
  receiptSchema,
  taskSchema,
  verificationSchema,
} from './requests.js';
import type { CaseDocuments } from '../describe-cases.js';

type JsonDocument = Readonly<Record<string, unknown>>;

const SIGNED = { by: '张某', because: '核查需要' };
const OFFICERS = ['张某', '李某'];

const SCHEMAS: CaseDocuments['schemas'] = {
  verification: shown(verificationSchema, {
    ...{ unit: 'jrb', officers: OFFICERS, ...SIGNED, seen: '4' },
  }),
  verificationNote: shown(noteSchema, {
    ...{ kind: 'visit', happenedAt: '2026-11-27T09:30:00+08:00', officers: OFFICERS },
    ...{ result: '门店正常营业，前台摆放宣传单', evidence: ['attachment:12'] },
    ...{ ...SIGNED, seen: null },
  }),
  conclusion: shown(conclusionSchema, {
    ...{ verdict: 'administrative', ...SIGNED, seen: '6', seenEntry: '2', seenOutcome: null },
  }),
  handOver: shown(handOverSchema, {
    ...{ unit: 'jrb', to: 'gaj', officers: OFFICERS, approver: '刘某' },
    ...{ amount: 3_200_000, people: 46, aggravated: [], ...SIGNED, seen: '6' },
    number: '郴金办函〔2026〕12号',
  }),
  handOverDraft: shown(handOverDraftSchema, {
    ...{ unit: 'jrb', to: 'gaj', officers: OFFICERS, approver: '刘某' },
    ...{ amount: 3_200_000, people: 46, aggravated: [], ...SIGNED },
  }),
  policeAnswer: shown(receiptSchema, {
    ...{ answer: 'filed', number: '郴公（经）立字〔2026〕12号', receivedOn: '2026-11-27' },
    ...{ by: '王某', because: '经审查符合立案条件', seen: null },
  }),
  meeting: shown(meetingSchema, {
    ...{ heldOn: '2026-12-01', chair: '陈某', units: ['gaj', 'scj'], ...SIGNED },
  }),
  meetingDecision: shown(decisionSchema, {
    ...{ item: 1, decision: '由市场监督管理局牵头联合检查', ...SIGNED, seen: null },
    tasks: [{ unit: 'scj', what: '联合检查并报告结果', dueOn: '2026-12-10' }],
  }),
  taskReport: shown(taskSchema, { by: '王某', because: '材料已清点，齐全' }),
};

/** Describes the doors of verification, hand-over, joint meeting and ledger from their schemas. */
export const describeDesk = (): CaseDocuments => ({
  paths: {
    '/api/alerts/{id}/verifications': {
      get: reading('get-verifications', '这件预警的核查任务', '预警'),
      post: writing(
        'post-verification',
        '提出核查任务，核查人员不少于两人',
        'verification',
        '预警',
      ),
    },
    '/api/verifications/{id}': { get: reading('get-verification', '核查任务和记录', '核查任务') },
    '/api/verifications/{id}/entries': {
      post: writing('post-entry', '追加一条核查记录或一项认定', 'verificationNote', '核查任务'),
    },
    '/api/verifications/{id}/conclusion': {
      post: writing('post-conclusion', '结束核查，同时记录结论', 'conclusion', '核查任务'),
    },
    '/api/alerts/{id}/handovers': {
      post: writing('post-handover', '移送公安机关', 'handOver', '预警'),
    },
    '/api/alerts/{id}/handovers/draft': {
      post: writing(
        'post-handover-draft',
        '移送材料的草稿（ZIP），不留存',
        'handOverDraft',
        '预警',
      ),
    },
    '/api/handovers/{id}': { get: reading('get-handover', '一次移送和回执', '移送') },
    '/api/handovers/{id}/package': {
      get: reading('get-handover-package', '移送的文件包（ZIP）', '移送'),
    },
    '/api/handovers/{id}/receipts': {
      post: writing('post-receipt', '记录公安机关的回执', 'policeAnswer', '移送'),
    },
    '/api/handovers/{id}/taking-in': {
      post: writing('post-taking-in', '公安机关签收移送材料', 'taskReport', '移送'),
    },
    '/api/meetings': {
      get: MEETINGS,
      post: writing('post-meeting', '准备联席会议，生成议题', 'meeting'),
    },
    '/api/meetings/{id}': { get: reading('get-meeting', '一次会议：议题、决定、任务', '会议') },
    '/api/meetings/{id}/minutes': { get: reading('get-minutes', '会议纪要的内容', '会议') },
    '/api/meetings/{id}/decisions': {
      post: writing('post-decision', '记录决定，交办任务', 'meetingDecision', '会议'),
    },
    '/api/meeting-tasks/{id}/done': {
      post: writing('post-task-done', '报告任务完成', 'taskReport', '任务'),
    },
    '/api/ledger': { get: LEDGER },
  },
  schemas: SCHEMAS,
});

const idOf = (what: string | undefined): JsonDocument[] =>
  what === undefined
    ? []
    : [
        {
          name: 'id',
          in: 'path',
          required: true,
          description: `${what}编号`,
          schema: { type: 'string' },
        },
      ];

const reading = (operationId: string, summary: string, of?: string): JsonDocument => ({
  operationId,
  summary,
  parameters: idOf(of),
  responses: { '200': { description: summary }, '404': { description: `没有这个${of ?? '编号'}` } },
});

const writing = (
  operationId: string,
  summary: string,
  request: string,
  of?: string,
): JsonDocument => ({
  operationId,
  summary,
  parameters: idOf(of),
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${request}` } } },
  },
  responses: {
    '200': { description: '已保存' },
    '404': { description: `没有这个${of ?? '编号'}` },
    '409': { description: '其间有人改过，或现在不能走这一步；detail 写明谁、何时、什么' },
    '422': { description: '内容不符合要求；detail 写明哪一项' },
  },
});

const query = (name: string, description: string, required = false): JsonDocument => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});

const MEETINGS: JsonDocument = {
  operationId: 'get-meetings',
  summary: '联席会议清单，分页；只列可见范围内的',
  parameters: [
    query('limit', '每页行数，1 到 200'),
    query('after', '上一页的 next'),
    query('sort', 'heldOn 或 at，前面加 - 为降序'),
    query('state', 'open 为还有未完成任务的；不填为全部'),
  ],
  responses: { '200': { description: 'rows、next、total' } },
};

const LEDGER: JsonDocument = {
  operationId: 'get-ledger',
  summary: '各单位履职台账：收到、按时签收、按时反馈、查实、排除、逾期未办，和各项用时的中位数',
  parameters: [
    query('from', '起始日 yyyy-mm-dd', true),
    query('to', '截止日 yyyy-mm-dd，不填到今天'),
    query('unit', '单位代码，不填为全部'),
    query('samples', 'true 时计入样例'),
    query('sort', '按哪个数排序，前面加 - 为降序；不填按单位名册'),
  ],
  responses: { '200': { description: '每个单位一行' }, '422': { description: '日期或单位有误' } },
};
