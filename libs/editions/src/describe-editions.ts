import { shown, type ShownForm } from '@risk/kit';
import { changesSchema, keptChangesSchema, tryRequestSchema } from './content/changes.js';
import { backtestRequestSchema, draftRequestSchema, stepRequestSchema } from './requests.js';

type JsonDocument = Readonly<Record<string, unknown>>;

/** The part of the OpenAPI document that tells how an edition of the rules lives. */
export interface EditionDocuments {
  readonly paths: JsonDocument;
  /** The forms that bodies must have. */
  readonly schemas: Readonly<Record<string, ShownForm>>;
}

const SIGNED = { by: '张某', because: '近期误报较多' };

const RULE = `rules:
  - id: AD-GUARANTEE
    title: 承诺保本高息
`;

const CHANGES = {
  ...{ base: '3', removed: ['AD-OLD'] },
  words: [{ list: 'capital-guarantee', add: ['稳赚不赔'], remove: [] }],
};

const SCHEMAS = {
  draftRequest: shown(draftRequestSchema, {
    ...{ title: '收紧广告承诺类规则', ...SIGNED, rules: { 'advertisement.yaml': RULE } },
  }),
  editionStep: shown(stepRequestSchema, { by: '李某', because: '回测和影子运行都已看过' }),
  backtestRequest: shown(backtestRequestSchema, {
    ...{ ...SIGNED, from: '2026-09-01', to: '2026-11-30' },
  }),
  tryRequest: shown(tryRequestSchema, {
    text: { feed: 'advertisement', medium: 'wechat', text: '保本保息，年化24%，名额有限' },
  }),
  draftChanges: shown(changesSchema, CHANGES),
  keptChanges: shown(keptChangesSchema, { ...CHANGES, title: '增补承诺类词语', ...SIGNED }),
};

/** Describes the doors of editions from the schemas that they really use. */
export function describeEditions(): EditionDocuments {
  const one = '/api/editions/{id}';
  return {
    paths: {
      '/api/editions': {
        get: reading('get-editions', '规则版本，分页；通常新的在前', [
          ...[query('limit'), query('after'), query('sort')],
        ]),
        post: asking('post-edition', '起草一个规则版本；例子不符则拒绝', 'draftRequest', []),
      },
      '/api/editions/export': {
        get: reading('export-editions', '规则版本清单，XLSX', [query('sort')]),
      },
      [one]: { get: reading('get-edition', '一个规则版本和它的内容', [ID]) },
      [`${one}/life`]: {
        get: reading('get-edition-life', '一个规则版本的经过，现在可走哪几步', [ID]),
      },
      [`${one}/difference`]: {
        get: reading('get-edition-difference', '与现行版本（或 from 所指版本）的不同', [ID, FROM]),
      },

      [`${one}/shadow`]: {
        get: reading('get-shadow', '影子运行看到的不同', [ID]),
        post: asking('post-shadow', '开始影子运行', 'editionStep', [ID]),
      },
      [`${one}/backtest`]: {
        get: reading('get-backtest', '回测的进度和最近一次的结果', [ID]),
        post: asking('post-backtest', '用已存的记录回测', 'backtestRequest', [ID]),
      },
      [`${one}/backtest/start`]: {
        post: asking('start-backtest', '开始回测，不等它结束', 'backtestRequest', [ID], '202'),
      },
      [`${one}/backtest/changes`]: {
        get: reading('get-backtest-changes', '最近一次回测中情形不同的主体', [
          ...[ID, query('limit'), query('after'), query('sort'), query('change')],
        ]),
      },
      [`${one}/backtest/changes/export`]: {
        get: reading('export-backtest-changes', '情形不同的主体（XLSX）', [
          ...[ID, query('sort'), query('change')],
        ]),
      },
      [`${one}/publish`]: {
        post: asking('post-publish', '发布；发布人不能是起草人', 'editionStep', [ID]),
      },
      [`${one}/rollback`]: {
        post: asking('post-rollback', '退回到曾用的版本', 'editionStep', [ID]),
      },
      [`${one}/withdraw`]: { post: asking('post-withdraw', '撤回草稿', 'editionStep', [ID]) },
      ...drafting(),
    },
    schemas: SCHEMAS,
  };
}

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: '版本编号',
  schema: { type: 'string' },
};

/** Drafts in the making, and texts that are tried. */
const drafting = (): JsonDocument => ({
  '/api/try': {
    post: asking('post-try', '试一试：一段文字的完整评估；不留存', 'tryRequest', [], '200'),
  },
  '/api/drafts/check': {
    post: asking('check-draft', '检查草案的改动；不保存', 'draftChanges', [], '200'),
  },
  '/api/drafts': {
    post: asking('keep-draft', '把改动存为草案；有错或例子不符则拒绝', 'keptChanges', [], '201'),
  },
});

const query = (name: string) => ({
  ...{ name, in: 'query', required: false, schema: { type: 'string' } },
});
const FROM = { ...query('from'), description: '与之比较的版本编号' };

const reading = (
  operationId: string,
  summary: string,
  parameters: readonly JsonDocument[],
): JsonDocument => ({
  operationId,
  summary,
  parameters,
  responses: { '200': { description: summary }, '404': { description: '没有这个版本' } },
});

const asking = (
  operationId: string,
  summary: string,
  request: string,
  parameters: readonly JsonDocument[],
  status = operationId === 'post-edition' ? '201' : '200',
): JsonDocument => ({
  operationId,
  summary,
  parameters,
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${request}` } } },
  },
  responses: {
    [status]: { description: '版本及其所处阶段' },
    '404': { description: '没有这个版本' },
    '409': { description: '现在不能走这一步；detail 写明为什么' },
    '422': { description: '内容不符合要求；detail 写明文件、规则、原因' },
  },
});
