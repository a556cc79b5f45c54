import {
  ALERT_STAGES,
  dimensionName,
  DIMENSIONS,
  FEEDS,
  feedName,
  schemeName,
  SCHEMES,
  stageName,
  tierName,
  TIERS,
} from '@risk/domain';

/** Text that stands for what was asked but is not written down: somebody's name may be in it. */
const UNTOLD = '*';
const MOST_FILTERS = 20;
const LONGEST = 60;

/** A part of a question: what it is called, and which values are closed enough to be written down. */
interface Filter {
  readonly title: string;
  readonly words?: Readonly<Record<string, string>>;
  readonly shape?: RegExp;
}

const named = <T extends string>(codes: readonly T[], nameOf: (code: T) => string) =>
  Object.fromEntries(codes.map((code) => [code, nameOf(code)]));

const DAY = /^\d{4}-\d\d-\d\d$/;
const ID = /^\d{1,18}$/;
const IDS = /^\d{1,18}(,\d{1,18})*$/;
const REGIONS = /^\d{6}(,\d{6})*$/;
const CODE = /^[a-z][a-z0-9-]{0,39}$/;
const CHANNEL = /^(email|inbox|webhook:[a-z][a-z0-9-]{0,39})$/;
const EDITION = /^(city|region:\d{6}|unit:[a-z][a-z0-9-]{0,39}|entity:\d{1,18})$/;
const YES = { true: '是', false: '否' };
const TIER_WORDS = named(TIERS, tierName);

/** Every part of a question whose values are not somebody's own words; one line to add one. */
const FILTERS: Readonly<Record<string, Filter>> = {
  alert: { title: '预警', shape: ID },
  anonymous: { title: '匿名', words: YES },
  cause: {
    title: '为何暂不通知',
    words: {
      ...{ silence: '静默', flood: '暴增', inhibited: '同伙压下', merged: '并案' },
      unsaid: '暂缓',
    },
  },
  channel: { title: '渠道', shape: CHANNEL },
  change: {
    title: '差异',
    words: {
      ...{ new: '新增预警', dropped: '不再预警', higher: '等级升高', lower: '等级降低' },
      ...{ earlier: '更早预警', later: '更晚预警' },
    },
  },
  dimension: { title: '维度', words: named(DIMENSIONS, dimensionName) },
  door: {
    title: '经由',
    words: { kafka: 'Kafka', http: 'HTTP', file: '文件', table: '前置库表', desk: '录入' },
  },
  due: { title: '时限', words: { overdue: '已逾期', today: '今天到期', week: '七天内到期' } },
  edition: { title: '版次', shape: EDITION },
  feed: { title: '数据通道', words: { ...named(FEEDS, feedName), entity: '主体' } },
  format: { title: '格式', words: { xlsx: 'XLSX', jsonl: 'JSONL' } },
  freshness: {
    title: '到达',
    words: { late: '迟到', fresh: '按约定', free: '没有约定', never: '从未到达' },
  },
  from: { title: '自', shape: DAY },
  holds: { title: '账实相符', words: { yes: '相符', no: '不符' } },
  hushed: {
    title: '暂不通知的',
    words: { without: '不包括', with: '包括', only: '只看' },
  },
  ids: { title: '指定编号', shape: IDS },
  kind: {
    title: '种类',
    words: {
      ...{
        escalation: '升级',
        handover: '移送',
        alert: '预警',
        reminder: '提醒',
        progress: '进展',
      },
      ...{ digest: '汇总', bulletin: '简报', flood: '暴增', acknowledge: '签收', answer: '反馈' },
      ...{
        receipt: '回执',
        task: '会议任务',
        follow: '后续事项',
        registered: '登记主体',
        provisional: '待定主体',
      },
      ...{ branch: '分支机构', code: '代码', compound: '组合', allow: '正当说法', cue: '语境' },
      ...{ daily: '日报', weekly: '周报', monthly: '月报', quarterly: '季报', special: '专报' },
    },
  },
  licensed: { title: '持牌机构', words: YES },
  outcome: {
    title: '结果',
    words: {
      ...{ owed: '应办', inTime: '按时', late: '逾期办结', overdue: '逾期未办', pending: '未到期' },
    },
  },
  record: { title: '来件', shape: ID },
  region: { title: '属地', shape: REGIONS },
  sample: { title: '样例', words: YES },
  samples: { title: '计入样例', words: YES },
  scheme: { title: '类型', words: named(SCHEMES, schemeName) },
  since: { title: '自', shape: DAY },
  source: { title: '来源', shape: CODE },
  stage: { title: '阶段', words: named(ALERT_STAGES, stageName) },
  state: {
    title: '状态',
    words: {
      ...{ pending: '待处理', active: '在用', disabled: '停用', open: '未结', closed: '已结' },
      ...{ merged: '已并案', all: '全部', replayed: '已重放', unread: '未读', read: '已读' },
      ...{ standing: '待办', overdue: '逾期', done: '已办', current: '现行', gathering: '汇集中' },
      ...{
        leased: '发送中',
        sending: '发送中',
        sent: '已发送',
        refused: '被拒收',
        unknown: '不明',
      },
      ...{ moot: '不必再发', waiting: '等待回执', answered: '已有回执', draft: '草稿' },
      ...{ reviewed: '已审核', issued: '已签发', withdrawn: '已作废' },
      ...{
        uploaded: '已上传',
        running: '导入中',
        cancelled: '已取消',
        failed: '未完成',
        ended: '已完成',
      },
    },
  },
  tier: { title: '等级', words: TIER_WORDS },
  to: { title: '至', shape: DAY },
  unit: { title: '单位', shape: CODE },
  verdict: { title: '结论', words: { confirmed: '查实', refuted: '排除' } },
  waiting: { title: '只看待批准', words: YES },
  whose: {
    title: '谁的',
    words: { mine: '本人的', unassigned: '没有人接的', 'mine-or-unassigned': '本人的和没有人接的' },
  },
};

/** What people write themselves is named, and no more. */
const FREE: Readonly<Record<string, string>> = {
  ...{ words: '文字', q: '文字', assignee: '经办人', who: '用户', subject: '对象' },
};

/** How a list goes on is no condition. */
const NO_FILTER = new Set(['limit', 'after', 'sort']);

const filterNamed = (name: string): Filter | null =>
  Object.hasOwn(FILTERS, name) ? (FILTERS[name] ?? null) : null;

/** The conditions of a question as they are written down: closed words as they are, of all else only the name. */
export function toldFilters(query: Readonly<Record<string, unknown>>): string | null {
  const known = Object.entries(query)
    .filter(([name]) => !NO_FILTER.has(name))
    .filter(([name]) => filterNamed(name) !== null || Object.hasOwn(FREE, name));
  const parts = known
    .slice(0, MOST_FILTERS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${isClosed(name, value) ? value : UNTOLD}`);
  return parts.length === 0 ? null : parts.join('&');
}

function isClosed(name: string, value: unknown): value is string {
  const filter = filterNamed(name);
  if (!filter || typeof value !== 'string' || value.length > LONGEST) return false;
  const { words, shape } = filter;
  return shape
    ? shape.test(value)
    : value.split(',').every((part) => Object.hasOwn(words ?? {}, part));
}

/** The same for people: `等级 红、橙，有文字条件（内容不记）`. */
export function filterWords(told: string): string {
  return told
    .split('&')
    .map((part) => {
      const [name = '', value = ''] = part.split('=');
      const filter = filterNamed(name);
      const title = filter?.title ?? FREE[name] ?? name;
      if (value === UNTOLD) return `有${title}条件（内容不记）`;
      const words = value.split(',').map((one) => filter?.words?.[one] ?? one);
      return `${title} ${words.join('、')}`;
    })
    .join('，');
}

/** Whether a name of a question can be written down at all. */
export const isKnownFilter = (name: string): boolean =>
  NO_FILTER.has(name) || filterNamed(name) !== null || Object.hasOwn(FREE, name);

/** Whether a value of a part of a question has words for people. */
export const hasFilterWords = (name: string, value: string): boolean =>
  filterNamed(name)?.words?.[value] !== undefined;
