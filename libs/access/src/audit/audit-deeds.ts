import type { AuditAction } from './audit-actions.js';

/** What exactly was done, beneath the action by which a line is found: closed words; one line to add one. */
const DEEDS = {
  'lists.save': {
    accounts: '导出账号',
    alerts: '导出预警',
    audit: '导出审计记录',
    'backtest-changes': '导出回测差异',
    bulletins: '导出简报目录',
    'dead-letters': '导出死信',
    duties: '导出应办事项',
    editions: '导出规则版本',
    entities: '导出主体',
    floods: '导出暂停发送',
    handovers: '导出移送',
    hushed: '导出暂不通知的预警',
    imports: '导出本人的文件导入',
    inbox: '导出单位收件箱',
    ledger: '导出履职台账',
    'ledger-duties': '导出台账的应办事项',
    'ledger-findings': '导出台账的查实和排除',
    lexicon: '导出词库',
    meetings: '导出联席会议',
    'look-requests': '导出查看举报人的申请',
    looks: '导出查看举报人的记录',
    notices: '导出通知去向',
    reconciliation: '导出对账',
    records: '导出主体的来件',
    rules: '导出规则',
    silences: '导出静默',
    sources: '导出数据来源',
    strikes: '导出命中记录',
    tips: '导出公众举报',
    tokens: '导出服务令牌',
  },
  'files.save': {
    attachment: '下载附件',
    bulletin: '下载简报文件',
    faults: '下载导入出错的行',
    letter: '下载文书',
    package: '下载移送材料',
    tip: '下载公众举报的附件',
  },
  'alerts.act': {
    acknowledged: '签收预警',
    verifying: '开始核查预警',
    answered: '反馈预警',
    noted: '备注预警',
    disputed: '提出管辖异议',
    paused: '暂停计时',
    resumed: '恢复计时',
    assigned: '改派预警',
    entrusted: '指定经办人',
    followed: '办结后续事项',
    confirmed: '查实预警',
    refuted: '排除预警',
    transferred: '移送公安',
    closed: '办结预警',
    reopened: '重新打开预警',
  },
  'alerts.merge': { merge: '并案', unmerge: '拆案' },
  'alerts.hold': {
    silence: '建立静默',
    end: '提前结束静默',
    release: '放行暂停发送的预警',
    drop: '不再发送暂停的预警',
  },
  'views.keep': { make: '保存视图', change: '修改视图', remove: '删除视图' },
  'entities.decide': {
    red: '人工定为红色',
    orange: '人工定为橙色',
    yellow: '人工定为黄色',
    blue: '人工定为蓝色',
    none: '人工定为未达预警',
    withdraw: '撤回人工定级',
  },
  'outcomes.record': {
    confirmed: '登记结论：查实',
    refuted: '登记结论：排除',
    insufficient: '登记结论：证据不足',
    administrative: '登记结论：行政处理',
    transferred: '登记结论：移送公安',
  },
  'verifications.write': {
    open: '开始核查',
    visit: '记录走访、进入场所',
    interview: '记录询问',
    documents: '记录查阅、复制、封存',
    account: '记录查询账户',
    other: '记录其他核查工作',
    element: '认定要件',
    confirmed: '核查结论：查实',
    refuted: '核查结论：排除',
    insufficient: '核查结论：证据不足',
    administrative: '核查结论：行政处理',
  },
  'handovers.make': { make: '移送公安', draft: '起草移送材料' },
  'handovers.answer': {
    'take-in': '签收移送材料',
    filed: '登记回执：立案',
    declined: '登记回执：不予立案',
    material: '登记回执：补充材料',
  },
  'meetings.hold': { prepare: '准备联席会议', decide: '记录会议决定' },
  'bulletins.make': { special: '编制专报', again: '重编简报草稿' },
  'bulletins.review': { reviewed: '审核简报', returned: '退回简报' },
  'bulletins.sign': { signed: '签发简报', withdrawn: '作废简报', correct: '更正简报' },
  'editions.draft': {
    draft: '起草规则版本',
    keep: '存为规则草案',
    check: '检查规则修改',
    backtest: '回测规则版本',
    shadow: '影子运行规则版本',
  },
  'editions.review': {
    publish: '发布规则版本',
    rollback: '退回到此规则版本',
    withdraw: '撤回规则版本',
  },
  'notices.settle': { resend: '重发通知', settle: '核实通知是否收到' },
  'imports.run': {
    upload: '上传导入文件',
    read: '调整列对照',
    start: '开始导入',
    cancel: '取消导入',
    'forget-mapping': '删除记住的列对照',
  },
  'licences.import': { preview: '预览持牌机构名单', take: '登记持牌机构名单' },
  'vault.request': { request: '申请查看举报人', look: '查看举报人' },
  'accounts.make': {
    make: '建立账号',
    propose: '提出另外的授权',
    disable: '停用账号',
    revive: '恢复停用的账号',
    password: '重设初始口令',
  },
  'accounts.approve': {
    approve: '批准账号或授权',
    reject: '不批准账号或授权',
    password: '同意重设口令',
    factor: '解除动态口令',
    identity: '解除政务身份绑定',
  },
  'sessions.end': { one: '结束一个账号的全部登录', all: '结束所有人的登录' },
  'tokens.make': { make: '发放服务令牌', revoke: '收回服务令牌' },
} as const satisfies Readonly<Partial<Record<AuditAction, Readonly<Record<string, string>>>>>;

/** An action that holds several kinds of deeds. */
export type ManyDeeds = keyof typeof DEEDS;

/** The word for a deed of an action. */
export type DeedOf<A extends ManyDeeds> = keyof (typeof DEEDS)[A] & string;

const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = DEEDS;

/** Whether an action holds several kinds of deeds, so that it has to be said which was done. */
export const hasManyDeeds = (action: string): boolean => Object.hasOwn(TITLES, action);

/** What a deed is called; null when an action does not know the word. */
export function deedTitle(action: string, deed: unknown): string | null {
  const deeds = hasManyDeeds(action) ? TITLES[action] : undefined;
  return typeof deed === 'string' && deeds && Object.hasOwn(deeds, deed)
    ? (deeds[deed] ?? null)
    : null;
}
