/** The reasons that are given most, by what is done; numbered on screen, and one more line adds one. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  acknowledged: ['已收到，按职责办理', '已收到，正在核对主体', '已转承办科室'],
  assigned: ['不属本单位管辖', '按属地应由当地办理', '按行业应由主管部门办理'],
  followed: ['已补充材料', '已提请复议', '已建议立案监督', '决定不提请复议'],
  entrusted: ['由我经办', '按分工经办', '原经办人不在岗'],
  verifying: ['线索具体，需要实地核查', '多人反映同一主体', '公开宣传承诺收益'],
  answered: ['已上门核实情况', '已约谈负责人', '已查阅登记和账目', '正在核查，尚无结论'],
  noted: ['补充情况', '已电话联系', '等待其他单位材料'],
  disputed: ['主体不在本辖区', '业务不属本行业主管', '同一主体已由其他单位办理'],
  paused: ['等待审计报告', '等待其他单位材料', '主体负责人暂时无法联系'],
  resumed: ['材料已齐', '等待的原因已消失'],
  refuted: ['正常经营，有相应许可', '民间纠纷，不涉及公众', '来件内容不实', '重名，与本主体无关'],
  closed: ['已依法处理完毕', '移送后公安机关已立案', '证据不足，转入日常监测'],
  reopened: ['出现新的线索', '原结论依据有误', '上级要求复核'],
  confirmed: ['三性均有证据', '主体承认并已整改'],
  insufficient: ['未找到经营场所', '当事人不配合，证据不足'],
  administrative: ['已责令整改', '已作出行政处罚'],
  tier: ['核查情况与模型不符', '涉及人数多、社会影响大', '已有处置，风险下降', '持牌机构，误报'],
};

export const reasonsFor = (what: string): readonly string[] => REASONS[what] ?? [];

/** A reason from the list and what was added to it, as one sentence. */
export const because = ({ reason, note }: { reason?: string; note?: string }): string =>
  [reason ?? '', (note ?? '').trim()].filter((one) => one !== '').join('：');
