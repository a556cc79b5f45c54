import type { Parameter } from './parameters-of.js';

const ROW_ID = { type: 'string', pattern: '^\\d{1,18}$' };

/** What the part of an address means that follows a word: `/alerts/{id}`. One line a word. */
const AFTER: Readonly<Record<string, string>> = {
  accounts: '账号编号',
  'alert-views': '视图编号',
  alerts: '预警编号',
  attachments: '附件编号',
  bulletins: '简报编号',
  codes: '规则编号或者词语代码',
  'dead-letters': '死信编号',
  editions: '规则版本编号',
  entities: '主体编号',
  files: '文件的名称或者编号',
  floods: '暂停编号',
  handovers: '移送编号',
  imports: '导入编号',
  inbox: '消息编号',
  letters: '文书编号，起草时为文书种类',
  lexicon: '词语代码',
  'meeting-tasks': '会议任务编号',
  meetings: '会议编号',
  notices: '通知编号',
  papers: '会议文书种类',
  records: '记录编号',
  requests: '申请编号',
  rules: '规则编号',
  silences: '静默编号',
  sources: '来源名称（sources.yaml）',
  tips: '公众举报编号',
  tokens: '令牌编号',
  units: '单位代码（units.yaml）',
  verifications: '核查任务编号',
};

/** What is called by a code, not by the number of a row. */
const BY_CODE = new Set(['rules', 'lexicon', 'codes', 'units', 'sources', 'files', 'papers']);

/** The parts of an address with what each means; a word that is not known stops whoever describes it. */
export function pathPart(path: string, parameter: Parameter): Parameter {
  const { name, schema } = parameter;
  const word = new RegExp(`/([\\w-]+)/\\{${name}\\}`).exec(path)?.[1] ?? '';
  const description = AFTER[word];
  if (description === undefined) throw new Error(`nobody says what {${name}} of ${path} is`);
  const isRow = name !== 'code' && !BY_CODE.has(word);
  return {
    ...parameter,
    description,
    schema: schema?.['enum'] ? schema : isRow ? ROW_ID : { type: 'string' },
  };
}
