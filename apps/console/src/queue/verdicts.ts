import type { ActKind } from './acts.js';

/** A verdict that can be given from the queue, with reasons that are often true. */
export interface Verdict {
  readonly kind: ActKind;
  readonly words: string;
  readonly reasons: readonly string[];
}

/** One line a verdict; the first that is possible is offered first. */
export const VERDICTS: readonly Verdict[] = [
  {
    kind: 'verifying',
    words: '转入核查',
    reasons: ['线索具体，需现场核实', '多人反映同一主体', '涉及金额或人数较大', '与在查案件有关联'],
  },
  {
    kind: 'refuted',
    words: '排除',
    reasons: [
      '持牌机构的正常业务',
      '正常促销或经营活动',
      '同名主体，张冠李戴',
      '重复反映，已另案处理',
      '内容不实或无法核实',
    ],
  },
  {
    kind: 'closed',
    words: '办结',
    reasons: ['已核实处置完毕', '已移送主管部门处理', '主体已注销且无未了事项'],
  },
  { kind: 'reopened', words: '重新打开', reasons: ['出现新的线索', '原结论有误'] },
];

/** The reason of a verdict as it is kept: the one that was chosen, then what was written. */
export function becauseOf(reason: string | undefined, note: string | undefined): string {
  return [reason, note?.trim()].filter((part) => part !== undefined && part !== '').join('；');
}
