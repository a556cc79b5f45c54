import { shown } from '@risk/kit';
import type { CaseDocuments } from '../describe-cases.js';
import { DRAFT_CODES } from './draft-code.js';
import { signingSchema } from './letter-requests.js';
import {
  agendaSaid,
  minutesSaid,
  stopSaid,
  suspensionSaid,
  verificationSaid,
  warningSaid,
} from './said.js';

type JsonDocument = Readonly<Record<string, unknown>>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const SCHEMAS: CaseDocuments['schemas'] = {
  suspensionFacts: shown(suspensionSaid, {
    ...{ on: '2026-11-28', to: 'scj', investigatedSince: '2026-11-25' },
  }),
  warningFacts: shown(warningSaid, {
    ...{ at: '2026-12-01T09:00:00+08:00', place: '市委金融办三楼会议室' },
    ...{ matters: ['说明资金来源和用途'], materials: ['营业执照', '合同样本'] },
    ...{ demands: ['立即停止宣传推介'], contact: '张某 0735-0000000' },
  }),
  stopFacts: shown(stopSaid, {
    ...{ as: 'fundraiser', activities: ['向社会公开宣传、吸收资金'], on: '2026-11-28' },
  }),
  verificationFacts: shown(verificationSaid, { places: { '2': '北湖区门店' } }),
  agendaFacts: shown(agendaSaid, {
    ...{ at: '2026-12-01T15:00:00+08:00', place: '市委会议室', others: ['通报近期宣传安排'] },
  }),
  minutesFacts: shown(minutesSaid, {
    ...{ absent: ['czj'], said: { '1': '同意联合检查' }, recorder: '李某' },
  }),
  letterSigning: shown(signingSchema, {
    ...{ number: '郴金办函〔2026〕1号', on: '2026-11-28', by: '刘某', because: '情况属实' },
    facts: { to: 'scj', investigatedSince: '2026-11-25' },
  }),
};

/** Describes the doors of letters and attachments from the schemas that they really use. */
export const describeLetters = (): CaseDocuments => ({
  paths: {
    '/api/alerts/{id}/letters': {
      get: {
        ...told('get-letters', '这件预警已签发的文书', [idOf('预警')]),
        responses: { '200': { description: '先签发的在前；正文用 /api/letters/{id} 下载' } },
      },
    },
    '/api/alerts/{id}/letters/{code}': {
      post: writing('post-letter', '写出一份文书草稿（DOCX），没有文号；留空处由人填写', {
        parameters: [idOf('预警'), codeOf(DRAFT_CODES)],
        body: ['suspensionFacts', 'warningFacts', 'stopFacts', 'verificationFacts'],
        answer: docx('草稿'),
      }),
    },
    '/api/alerts/{id}/letters/{code}/signed': {
      post: writing('post-signed-letter', '由人签发一份文书：文号、日期、姓名、理由', {
        parameters: [idOf('预警'), codeOf(DRAFT_CODES)],
        body: ['letterSigning'],
        answer: { '200': { description: '已签发并留存：编号、文号、SHA-256、SM3' } },
      }),
    },
    '/api/letters/{id}': {
      get: {
        ...told('get-letter', '已签发的文书（DOCX），与签发时逐字节相同', [idOf('文书')]),
        responses: { ...docx('文书'), '404': { description: '没有这份文书' } },
      },
    },
    '/api/meetings/{id}/papers/{code}': {
      post: writing('post-meeting-paper', '写出会议议程或纪要的草稿（DOCX）', {
        parameters: [idOf('会议'), codeOf(['agenda', 'minutes'])],
        body: ['agendaFacts', 'minutesFacts'],
        answer: docx('草稿'),
      }),
    },
    '/api/alerts/{id}/attachments': { get: LISTING, post: ATTACHING },
    '/api/attachments/{id}': {
      get: {
        ...told('get-attachment', '下载附件，与交来时逐字节相同', [idOf('附件')]),
        responses: {
          '200': { description: '文件', content: { 'application/octet-stream': {} } },
          '404': { description: '没有这个附件' },
        },
      },
    },
  },
  schemas: SCHEMAS,
});

function told(operationId: string, summary: string, parameters: readonly JsonDocument[]) {
  return { operationId, summary, parameters };
}

const docx = (description: string): JsonDocument => ({
  '200': { description, content: { [DOCX]: {} } },
});

interface Written {
  readonly parameters: readonly JsonDocument[];
  /** Names of forms; which of several it is, the code in the path says. */
  readonly body: readonly string[];
  readonly answer: JsonDocument;
}

function writing(operationId: string, summary: string, { parameters, body, answer }: Written) {
  const forms = body.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const schema = forms.length === 1 ? forms[0] : { anyOf: forms };
  return {
    ...told(operationId, summary, parameters),
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      ...answer,
      '403': { description: '含有举报人信息，不能发出；不说明是什么' },
      '404': { description: '没有这个编号，或没有这种文书' },
      '409': { description: '文号已用' },
      '422': { description: '内容不符合要求，或法律要求的事实还没有；detail 写明哪一项' },
    },
  };
}

function idOf(what: string): JsonDocument {
  const schema = { type: 'string' };
  return { name: 'id', in: 'path', required: true, description: `${what}编号`, schema };
}

function codeOf(codes: readonly string[]): JsonDocument {
  return { name: 'code', in: 'path', required: true, schema: { enum: codes } };
}

const query = (name: string, description: string): JsonDocument => ({
  name,
  in: 'query',
  required: true,
  description,
  schema: { type: 'string' },
});

const LISTING = {
  ...told('get-attachments', '这件预警的附件，先交来的在前', [idOf('预警')]),
  responses: { '200': { description: '文件名、大小、SHA-256、SM3、谁、何时、为什么' } },
};

const ATTACHING = {
  ...told('post-attachment', '给预警添加附件：请求体就是文件，不超过 20 MB（本地默认，非法定）', [
    idOf('预警'),
    query('name', '文件名；按扩展名核对内容'),
    query('by', '谁'),
    query('because', '为什么、从哪里来'),
  ]),
  requestBody: { required: true, content: { 'application/octet-stream': {} } },
  responses: {
    '200': { description: '已密封保存；同一预警的同一文件只存一份' },
    '404': { description: '没有这件预警' },
    '413': { description: '超过 20 MB' },
    '422': { description: '不收这种文件，或内容与扩展名不符' },
  },
};
