import type { DutyKind, ReceiptAnswer } from '../api/inbox.js';

/** What notices are about; `handover` is a filter of its own. */
export const NOTICE_KINDS: Readonly<Record<string, string>> = {
  ...{ alert: '预警', reminder: '提醒', escalation: '逾期升级', progress: '进展' },
  ...{ digest: '汇总', flood: '暂停发送', bulletin: '简报' },
};
export const noticeKind = (kind: string): string => NOTICE_KINDS[kind] ?? kind;

/** What a message is about, where what was handed over stands out. */
export const messageKind = ({ kind, step }: { readonly kind: string; readonly step: string }) =>
  step.startsWith('transferred#') ? '移送公安' : noticeKind(kind);

export const DUTY_WORDS: Readonly<Record<DutyKind, string>> = {
  ...{ acknowledge: '签收', answer: '反馈', receipt: '移送回执', task: '会议交办' },
};
export const dutyWord = (kind: string): string =>
  (DUTY_WORDS as Readonly<Record<string, string>>)[kind] ?? kind;

const ROLES: Readonly<Record<string, string>> = { lead: '主办', assist: '协办', copy: '抄送' };
export const roleWord = (role: string): string => ROLES[role] ?? role;

const STAGES: Readonly<Record<string, string>> = {
  ...{ raised: '待签收', acknowledged: '已签收', verifying: '核查中', confirmed: '已查实' },
  ...{ refuted: '已排除', transferred: '已移送公安', closed: '已办结' },
};
export const stageWord = (stage: string): string => STAGES[stage] ?? stage;

const STEPS: Readonly<Record<string, string>> = {
  ...{ raised: '预警产生', upgraded: '等级上升', lowered: '等级下降', differs: '模型另有看法' },
  ...{ acknowledged: '签收', verifying: '开始核查', answered: '反馈', noted: '备注' },
  ...{
    entrusted: '指定经办人',
    disputed: '提出管辖异议',
    paused: '暂停计时',
    resumed: '恢复计时',
    assigned: '改派',
  },
  ...{ confirmed: '查实', refuted: '排除', transferred: '移送公安', closed: '办结' },
  ...{ reopened: '重新打开', merged: '并入另一件', absorbed: '并入了另一件', unmerged: '拆出' },
};
export const stepWord = (kind: string): string => STEPS[kind] ?? kind;

export const ANSWER_WORDS: Readonly<Record<ReceiptAnswer, string>> = {
  ...{ filed: '立案', declined: '不予立案', material: '补充材料' },
};

/** Every deadline carries these words: no law sets it. */
export const LOCAL_DEFAULT = '本地默认，非法定';
