import { DUTY_WORDS, NOTICE_KINDS, ROLE_WORDS, wordOf } from '../shown/words.js';

export const noticeKind = (kind: string): string => wordOf(NOTICE_KINDS, kind);

/** What a message is about, where what was handed over stands out. */
export const messageKind = ({ kind, step }: { readonly kind: string; readonly step: string }) =>
  step.startsWith('transferred#') ? '移送公安' : noticeKind(kind);

export const dutyWord = (kind: string): string => wordOf(DUTY_WORDS, kind);

export const roleWord = (role: string): string => wordOf(ROLE_WORDS, role);

const STEPS: Readonly<Record<string, string>> = {
  ...{ raised: '预警产生', upgraded: '等级上升', lowered: '等级下降', differs: '模型另有看法' },
  ...{ acknowledged: '签收', verifying: '开始核查', answered: '反馈', noted: '备注' },
  ...{
    entrusted: '指定经办人',
    followed: '办结后续事项',
    disputed: '提出管辖异议',
    paused: '暂停计时',
    resumed: '恢复计时',
    assigned: '改派',
  },
  ...{ confirmed: '查实', refuted: '排除', transferred: '移送公安', closed: '办结' },
  ...{ reopened: '重新打开', merged: '并入另一件', absorbed: '并入了另一件', unmerged: '拆出' },
};
export const stepWord = (kind: string): string => STEPS[kind] ?? kind;
