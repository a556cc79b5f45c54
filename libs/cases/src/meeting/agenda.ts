import { dutyName, tierName, type DutyKind } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { Matters, OverdueMatter } from './matters.js';

const KINDS = {
  red: '红色预警',
  dispute: '管辖争议',
  overdue: '逾期未办',
  receipt: '移送未回执',
} as const;
export type AgendaKind = keyof typeof KINDS;
export const agendaKindName = (kind: AgendaKind): string => KINDS[kind];

/** One item of the agenda, in words. */
export interface AgendaItem {
  /** From 1. */
  readonly no: number;
  readonly kind: AgendaKind;
  readonly alertId: string | null;
  /** The unit whose matter it is; null when it is everybody's. */
  readonly unit: string | null;
  readonly subject: string;
  readonly because: string;
}

type Unnumbered = Omit<AgendaItem, 'no'>;

/** What a duty is about; those that alerts themselves bring say no more than what they are. */
export const whatIsOwed = ({ subject, kind }: Pick<OverdueMatter, 'subject' | 'kind'>): string =>
  subject === '' ? dutyName(kind as DutyKind) : subject;

/** How each kind of matter is put on the agenda, in this order. */
export function agendaOf(matters: Matters, nameOf: (unit: string) => string): AgendaItem[] {
  const items: Unnumbered[] = [
    ...matters.reds.map((red) => ({
      kind: 'red' as const,
      alertId: red.alertId,
      unit: null,
      subject: red.entityName,
      because: `${tierName(red.tier)}，${chinaTime(red.raisedAt)} 提出，尚未办结`,
    })),
    ...matters.disputes.map((dispute) => ({
      kind: 'dispute' as const,
      alertId: dispute.alertId,
      unit: dispute.unit,
      subject: dispute.entityName,
      because: `${nameOf(dispute.unit)}（${dispute.by}）${chinaTime(dispute.at)} 提出：${dispute.because}；依据《防范和处置非法集资条例》第二十条`,
    })),
    ...matters.overdue.map((duty) => ({
      kind: 'overdue' as const,
      alertId: duty.alertId,
      unit: duty.unit,
      subject: [duty.entityName, whatIsOwed(duty)].filter((one) => one !== null).join('：'),
      because: `${nameOf(duty.unit)}应于 ${chinaTime(duty.dueAt)} 前办理`,
    })),
    ...matters.receipts.map((receipt) => ({
      kind: 'receipt' as const,
      alertId: receipt.alertId,
      unit: receipt.unit,
      subject: receipt.entityName,
      because: `${chinaTime(receipt.handedOverAt)} 移送${nameOf(receipt.unit)}，尚无回执，应于 ${chinaTime(receipt.dueAt)} 前回执`,
    })),
  ];
  return items.map((item, at) => ({ no: at + 1, ...item }));
}
