import type { AlertStage } from '@risk/domain';
import type { TipFate } from '../ports.js';

const STATES = {
  received: { title: '已收到', says: '您的举报已经收到，正在等待工作人员处理。' },
  verifying: {
    title: '正在核查',
    says: '您反映的情况正在核查。核查需要时间，请过一段时间再来查询。',
  },
  concluded: {
    title: '已核查',
    says: '您反映的情况已经核查，有关部门已经或者将要依法处理。核查的具体情况涉及他人和办案，这里不能公布。',
  },
} as const;

/** How far a report has come, as the public is told. */
export type TipState = keyof typeof STATES;
export const TIP_STATES = Object.keys(STATES) as TipState[];

/** What the public is told of a report in this state. */
export const tipStateWords = (state: TipState): { readonly title: string; readonly says: string } =>
  STATES[state];

/** What a stage of an alert is for the public; which conclusion it was is nobody else's business. */
const OF_STAGE: Readonly<Record<AlertStage, TipState>> = {
  raised: 'received',
  acknowledged: 'verifying',
  verifying: 'verifying',
  confirmed: 'concluded',
  refuted: 'concluded',
  transferred: 'concluded',
  closed: 'concluded',
};

/** The state of a report by what became of it. Over several alerts it is concluded when all of them are. */
export function tipStateOf({
  stages,
  hasOutcome,
  isReviewed,
}: Omit<TipFate, 'receivedAt'>): TipState {
  if (isReviewed) return 'concluded';
  const states = stages.map((stage) => OF_STAGE[stage]);
  if (states.length === 0) return hasOutcome ? 'concluded' : 'received';
  if (states.every((state) => state === 'concluded')) return 'concluded';
  return states.every((state) => state === 'received') ? 'received' : 'verifying';
}
