import type {
  Dimension,
  DutyKind,
  Element,
  Feed,
  Finding,
  ReceiptAnswer,
  Stage,
  Verdict,
} from '../api/codes.js';

/** How codes are called on every screen; tests hold them to what the house calls them. */
type Words<Code extends string = string> = Readonly<Record<Code, string>>;

/** The word of a code; what has none yet is shown as it is rather than not at all. */
export const wordOf = (words: Words, code: string): string => words[code] ?? code;

export const STAGE_WORDS: Words<Stage> = {
  ...{ raised: '待签收', acknowledged: '已签收', verifying: '核查中', confirmed: '已查实' },
  ...{ refuted: '已排除', transferred: '已移送公安', closed: '已办结' },
};
export const stageWord = (stage: string): string => wordOf(STAGE_WORDS, stage);

export const SCHEME_WORDS: Words = {
  'illegal-fundraising': '非法集资',
  'illegal-lending': '非法放贷',
  'pyramid-selling': '传销',
  'virtual-currency': '虚拟货币',
  'illegal-securities': '非法证券期货荐股',
  'underground-banking': '非法外汇与地下钱庄',
  'illegal-insurance': '非法保险',
  'pension-fraud': '养老诈骗',
  'credit-repair': '征信修复与金融黑产',
  'debt-evasion': '逃废金融债务',
  other: '其他非法金融活动',
  none: '未见异常',
};

/** What something can prove to be. */
export const SCHEME_OPTIONS = Object.entries(SCHEME_WORDS)
  .filter(([code]) => code !== 'none')
  .map(([value, label]) => ({ value, label }));

export const DIMENSION_WORDS: Words<Dimension> = {
  ...{ compliance: '合规偏离', inducement: '利诱程度', spread: '传播扩散' },
  ...{ complaint: '投诉举报', relation: '关联异动' },
};
export const DIMENSIONS = Object.keys(DIMENSION_WORDS) as readonly Dimension[];

export const ELEMENT_WORDS: Words<Element> = {
  ...{ illegality: '非法性', publicity: '公开性', inducement: '利诱性', sociality: '社会性' },
};
export const ELEMENTS = Object.keys(ELEMENT_WORDS) as readonly Element[];

export const VERDICT_WORDS: Words<Verdict> = {
  ...{ confirmed: '查实', refuted: '排除', administrative: '行政处理', transferred: '移送公安' },
  insufficient: '证据不足',
};

export const FEED_WORDS: Words<Feed> = {
  ...{ registration: '登记注册', complaint: '投诉举报', advertisement: '广告监测' },
};

export const FINDING_WORDS: Words<Finding> = {
  ...{ met: '具备', 'not-met': '不具备', unclear: '不明' },
};

export const DUTY_WORDS: Words<DutyKind> = {
  acknowledge: '签收',
  answer: '反馈',
  receipt: '移送回执',
  task: '会议交办',
  follow: '后续事项',
};

export const ANSWER_WORDS: Words<ReceiptAnswer> = {
  ...{ filed: '立案', declined: '不予立案', material: '补充材料' },
};

export const ROLE_WORDS: Words = { lead: '主办', assist: '协办', copy: '抄送' };

/** What notices are about. */
export const NOTICE_KINDS: Words = {
  ...{ alert: '预警', reminder: '提醒', escalation: '逾期升级', progress: '进展' },
  ...{ digest: '汇总', flood: '暂停发送', bulletin: '简报' },
};

/** Every deadline carries these words: no law sets it. */
export const LOCAL_DEFAULT = '本地默认，非法定';
