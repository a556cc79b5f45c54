import { stageName, type AlertStage, type DutyKind } from '@risk/domain';
import { Invalid } from '@risk/kit';

/** What an alert looks like to somebody who wants to do something with it. */
export interface Stand {
  readonly stage: AlertStage;
  /** The part of the unit that acts; null when it has none. */
  readonly role: 'lead' | 'assist' | 'copy' | null;
}

/** What a person may do with an alert, when, and what follows. */
interface StepRule {
  readonly title: string;
  readonly from: readonly AlertStage[];
  /** Where it leads; null leaves the alert where it is. */
  readonly to: AlertStage | null;
  /** Whether only the units in the lead and the finance office may do it. */
  readonly leading: boolean;
  /** Whether the person must have seen what happened last. */
  readonly decides: boolean;
  /** What the acting unit owed and has done by it. */
  readonly fulfils: readonly DutyKind[];
  /** What all others still owed and need not do any more. */
  readonly ends: readonly DutyKind[];
  /** Whether all who were told hear of it. */
  readonly isTold: boolean;
}

const BEFORE_RESULT: readonly AlertStage[] = ['raised', 'acknowledged', 'verifying'];
const RESULTS: readonly AlertStage[] = ['confirmed', 'refuted', 'transferred'];
const OPEN: readonly AlertStage[] = [...BEFORE_RESULT, ...RESULTS];

const QUIET = {
  to: null,
  leading: false,
  decides: false,
  fulfils: [],
  ends: [],
  isTold: false,
} as const;
const RESULT = {
  leading: true,
  decides: true,
  fulfils: ['acknowledge', 'answer'],
  ends: ['acknowledge', 'answer'],
  isTold: true,
} as const;

/** One line a step; one line to add one (and its name to the check of the table). */
const STEPS = {
  acknowledged: {
    ...QUIET,
    title: '签收',
    from: OPEN,
    to: 'acknowledged',
    fulfils: ['acknowledge'],
  },
  verifying: {
    ...QUIET,
    title: '开始核查',
    from: ['raised', 'acknowledged', 'transferred'],
    to: 'verifying',
    leading: true,
    decides: true,
    fulfils: ['acknowledge'],
  },
  answered: { ...QUIET, title: '反馈', from: OPEN, fulfils: ['acknowledge', 'answer'] },
  followed: { ...QUIET, title: '办结后续事项', from: [...OPEN, 'closed'], fulfils: ['follow'] },
  noted: { ...QUIET, title: '备注', from: [...OPEN, 'closed'] },
  disputed: { ...QUIET, title: '提出管辖异议', from: BEFORE_RESULT, isTold: true },
  paused: { ...QUIET, title: '暂停计时', from: BEFORE_RESULT },
  resumed: { ...QUIET, title: '恢复计时', from: BEFORE_RESULT },
  assigned: { ...QUIET, title: '改派', from: BEFORE_RESULT, leading: true, decides: true },
  entrusted: { ...QUIET, title: '指定经办人', from: OPEN, decides: true },
  confirmed: { ...RESULT, title: '查实', from: ['verifying'], to: 'confirmed' },
  refuted: { ...RESULT, title: '排除', from: BEFORE_RESULT, to: 'refuted' },
  transferred: {
    ...RESULT,
    title: '移送公安',
    from: [...BEFORE_RESULT, 'confirmed', 'refuted'],
    to: 'transferred',
  },
  closed: {
    ...RESULT,
    title: '办结',
    from: ['verifying', ...RESULTS],
    to: 'closed',
    isTold: false,
  },
  reopened: {
    ...QUIET,
    title: '重新打开',
    from: [...RESULTS, 'closed'],
    to: 'verifying',
    leading: true,
    decides: true,
  },
} as const satisfies Readonly<Record<string, StepRule>>;

/** What people do with an alert. */
export type StepKind = keyof typeof STEPS;
export const STEP_KINDS = Object.keys(STEPS) as StepKind[];
export const stepRule = (kind: StepKind): StepRule => STEPS[kind];
export const stepTitle = (kind: StepKind): string => STEPS[kind].title;

/** The steps that can be taken now by a unit in this part. */
export const stepsAt = (stand: Stand, isOffice: boolean): StepKind[] =>
  STEP_KINDS.filter((kind) => refusalOf(kind, stand, isOffice) === null);

/** The stage that a step leads to; refuses in words what cannot be done now or not by this unit. */
export function stageAfter(kind: StepKind, stand: Stand, isOffice: boolean): AlertStage {
  const refusal = refusalOf(kind, stand, isOffice);
  if (refusal !== null) throw new Invalid(refusal);
  const { stage, role } = stand;
  if (kind === 'acknowledged')
    return role === 'lead' && stage === 'raised' ? 'acknowledged' : stage;
  return stepRule(kind).to ?? stage;
}

/** Why a step cannot be taken; null when it can. */
function refusalOf(kind: StepKind, { stage, role }: Stand, isOffice: boolean): string | null {
  const { title, from, leading } = stepRule(kind);
  if (!from.includes(stage))
    return `预警${stageName(stage)}，不能${title}；可以${title}的是：${from.map(stageName).join('、')}`;
  if (role === null && !isOffice) return `unit：本件没有送过这个单位，不能${title}`;
  if (leading && role !== 'lead' && !isOffice) return `unit：只有主办单位和金融办可以${title}`;
  return null;
}
