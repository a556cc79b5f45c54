import { LEDGER_ORDERS } from '../desk-lists/ledger-order.js';

/** What a part of a question means, and a value that somebody may ask for. */
interface AskedWord {
  readonly says: string;
  readonly example?: string | number;
  readonly schema?: object;
}

const DAY = { type: 'string', format: 'date' };
const LEDGER_ORDER = { type: 'string', enum: LEDGER_ORDERS };
const YES = { type: 'string', enum: ['true', 'false'] };

/** One line a name; the same name means the same everywhere. */
export const ASKED_WORDS: Readonly<Record<string, AskedWord>> = {
  limit: { says: '每页行数', example: 50 },
  after: { says: '上一页回答里的 next；第一页不填' },
  sort: { says: '按什么排序，前面加 - 为降序' },
  words: { says: '名称或内容里的文字', example: '投资管理' },
  q: { says: '查找的文字', example: '保本' },
  state: { says: '状态' },
  tier: { says: '预警等级' },
  stage: { says: '办理阶段' },
  scheme: { says: '疑似类型' },
  region: { says: '区划代码', example: '431002' },
  unit: { says: '单位代码（units.yaml）', example: 'jrb' },
  feed: { says: '数据通道' },
  kind: { says: '种类' },
  alert: { says: '预警编号', example: '12' },
  channel: { says: '渠道：email、inbox、webhook:代码', example: 'email' },
  edition: { says: '版次：city、region:区划代码、unit:单位代码、entity:主体编号', example: 'city' },
  hushed: { says: '是否包括暂不通知的' },
  whose: { says: '谁的：本人的、本单位的等' },
  assignee: { says: '经办人姓名', example: '张某' },
  due: { says: '时限' },
  ids: { says: '只要这些编号' },
  cause: { says: '为何暂不通知' },
  licensed: { says: '是否持牌机构' },
  sample: { says: '是否样例数据' },
  samples: { says: 'true 时计入样例', schema: YES },
  degrees: { says: '几度关系' },
  when: { says: '什么时刻', example: '2026-11-20T00:00:00+08:00' },
  days: { says: '最近多少天', example: 30 },
  since: { says: '自何时', example: '2026-11-01' },
  from: { says: '起始日', example: '2026-11-01' },
  to: { says: '截止日，含当日；不填到今天', example: '2026-11-30' },
  fromDay: { says: '起始日', example: '2026-11-01' },
  toDay: { says: '截止日，含当日', example: '2026-11-30' },
  source: { says: '来源名称（sources.yaml）', example: 'hotline-12345' },
  door: { says: '经由哪种渠道送入' },
  freshness: { says: '是否按约定到达' },
  holds: { says: '账实是否相符' },
  dimension: { says: '风险维度' },
  outcome: { says: '结果' },
  verdict: { says: '结论' },
  change: { says: '怎样不同' },
  anonymous: { says: '是否匿名', schema: YES },
  who: { says: '谁' },
  action: { says: '做了什么，见 /api/audit/actions' },
  subject: { says: '对什么，如 预警 12、alert:12' },
  format: { says: '文件格式' },
  waiting: { says: 'true 时只列等待批准的', schema: YES },
  code: { says: '规则或词语的代码' },
  record: { says: '记录编号', example: '1024' },
  name: { says: '文件名' },
  modifiedAt: { says: '文件最后修改的时刻', example: '2026-11-22T09:00:00+08:00' },
  by: { says: '谁；不填为登录的人' },
  because: { says: '理由' },
  year: { says: '哪一年；不填为今年', example: 2026 },
  hours: { says: '几个工作小时' },
  owner: { says: '谁负责这份名单', example: '金融办监测科' },
  reason: { says: '为什么登记', example: '持有金融许可证' },
  until: { says: '到哪一天为止', example: '2027-11-30' },
  suppresses: { says: '哪些信号不计：all，或代码，逗号分开', example: 'all' },
  sheet: { says: '工作表；不填为第一张' },
  mark: { says: '预览时给出的记号：只登记看过的' },
};

/** Names that doors read without a form, and what they then may be. */
export const UNFORMED: Readonly<Record<string, object>> = {
  'get /api/ledger sort': LEDGER_ORDER,
  'get /api/ledger/export sort': LEDGER_ORDER,
  'get /api/ledger from': DAY,
  'get /api/ledger to': DAY,
  'get /api/ledger samples': YES,
  'get /api/ledger/export from': DAY,
  'get /api/ledger/export to': DAY,
  'get /api/ledger/export samples': YES,
  'get /api/meetings/agenda samples': YES,
  'get /api/reconciliation since': DAY,
  'get /api/editions/{id}/difference from': { type: 'string', pattern: '^\\d{1,18}$' },
};
