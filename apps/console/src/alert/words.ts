/** How codes are called on this screen; a test holds them to what the house calls them. */
type Words = Readonly<Record<string, string>>;

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
  followed: '办结后续事项',
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

export const CHANNELS: Words = { email: '邮件', inbox: '平台收件箱' };
export const HUSH_CAUSES: Words = {
  ...{ silence: '静默', flood: '暂停发送', inhibited: '让位于更急的一件' },
  ...{ merged: '已并入另一件', unsaid: '即将重新通知' },
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
