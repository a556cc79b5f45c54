/** How codes are called on this screen; a test holds them to what the house calls them. */
type Words = Readonly<Record<string, string>>;

export const STAGES: Words = {
  ...{ raised: '待签收', acknowledged: '已签收', verifying: '核查中', confirmed: '已查实' },
  ...{ refuted: '已排除', transferred: '已移送公安', closed: '已办结' },
};

export const SCHEMES: Words = {
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

export const DIMENSIONS: Words = {
  ...{ compliance: '合规偏离', inducement: '利诱程度', spread: '传播扩散' },
  ...{ complaint: '投诉举报', relation: '关联异动' },
};

export const ELEMENTS: Words = {
  ...{ illegality: '非法性', publicity: '公开性', inducement: '利诱性', sociality: '社会性' },
};

export const DUTIES: Words = {
  ...{ acknowledge: '签收', answer: '反馈', receipt: '移送回执', task: '会议交办' },
};

export const OUTCOMES: Words = {
  ...{ confirmed: '查实', refuted: '排除', administrative: '行政处理', transferred: '移送公安' },
  insufficient: '证据不足',
};

export const NOTICE_STATES: Words = {
  ...{ gathering: '待汇总', pending: '待发', leased: '待发', sending: '发送中', sent: '已发' },
  ...{ refused: '未送达', unknown: '不明', moot: '不必再发' },
};

export const STEPS: Words = {
  acknowledged: '签收',
  verifying: '开始核查',
  answered: '反馈',
  noted: '备注',
  disputed: '提出管辖异议',
  paused: '暂停计时',
  resumed: '恢复计时',
  assigned: '改派',
  entrusted: '指定经办人',
  confirmed: '查实',
  refuted: '排除',
  transferred: '移送公安',
  closed: '办结',
  reopened: '重新打开',
};

/** What happens to an alert besides the steps of people. */
export const HAPPENINGS: Words = {
  ...{ raised: '首次预警', upgraded: '升级', lowered: '降级', differs: '模型与人工不同' },
  ...{ merged: '并入另一件', absorbed: '并入了另一件', unmerged: '撤销合并' },
  released: '分出了另一件',
};

const REGULATION = '《防范和处置非法集资条例》第二十一条第一款';

/** What officers may do to find out, and by which article. */
export const ACTION_KINDS_TOLD: Readonly<
  Record<string, { readonly name: string; readonly basis: string }>
> = {
  visit: { name: '走访、进入场所', basis: `${REGULATION}第一项` },
  interview: { name: '询问', basis: `${REGULATION}第二项` },
  documents: { name: '查阅、复制、封存', basis: `${REGULATION}第三项` },
  account: { name: '查询账户', basis: `${REGULATION}第四项` },
  other: { name: '其他', basis: '' },
};

export const ROLES: Words = { lead: '主办', assist: '协办', copy: '抄送' };
export const FINDINGS: Words = { met: '具备', 'not-met': '不具备', unclear: '不明' };
export const ANSWERS: Words = { filed: '立案', declined: '不予立案', material: '补充材料' };
export const FEEDS: Words = {
  ...{ registration: '市场主体登记', complaint: '投诉举报', advertisement: '广告监测' },
};
export const NOTICE_KINDS: Words = {
  ...{ alert: '预警', reminder: '提醒', escalation: '逾期升级', progress: '进展' },
  ...{ digest: '汇总', flood: '暂停发送', bulletin: '简报' },
};
export const CHANNELS: Words = { email: '邮件', inbox: '平台收件箱' };
export const HUSH_CAUSES: Words = {
  ...{ silence: '静默', flood: '暂停发送', inhibited: '让位于更急的一件' },
  ...{ merged: '已并入另一件', unsaid: '即将重新通知' },
};
export const TIER_WORDS: Words = {
  ...{ red: '红色', orange: '橙色', yellow: '黄色', blue: '蓝色', none: '未达预警' },
};
export const LETTERS: Words = {
  'suspend-registration': '暂停办理登记通知',
  'warning-talk': '警示约谈通知书',
  'order-to-stop': '责令停止通知书',
  'verification-record': '核查记录',
};
export const ENGINES: Words = {
  ...{ keywords: '词库', numbers: '数字', rules: '规则', classifier: '分类模型' },
};
export const FIELDS: Words = {
  ...{
    title: '标题',
    text: '正文',
    imageText: '图片文字',
    name: '名称',
    businessScope: '经营范围',
  },
};

/** The word of a code; what has none yet is shown as it is rather than not at all. */
export const wordOf = (words: Words, code: string): string => words[code] ?? code;

/** No law sets the deadlines; every one says so. */
export const LOCAL_DEFAULT = '本地默认，非法定';
