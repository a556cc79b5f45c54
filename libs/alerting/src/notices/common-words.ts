import { schemeName, tierName, type Alert } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { NoticeAddressee } from '../ports.js';
import { tierOf } from './moot-because.js';
import type { Line } from './notice-page.js';
import type { LeasedNotice } from './ports.js';

const CAUTION =
  '本提示由系统根据公开信息和部门数据自动生成，仅为疑似线索，须经人工核查，不作为认定或者处罚的依据。';
export const SAMPLE_NOTE = '本件所涉单位、人员均为虚构样例。';
export const LOCAL_DEFAULT = '本地默认，非法定';
const ROLES = { lead: '主办', assist: '协办', copy: '抄送' } as const;

/** What stands at the foot of every notice. */
export const notesOf = (sample: boolean): string[] => [...(sample ? [SAMPLE_NOTE] : []), CAUTION];

/** A subject: the heading in brackets, then who it is about. */
export const subjectOf = (sample: boolean, heading: string, about: string): string =>
  `${sample ? '［样例］' : ''}【${heading}】${about}`;

export const suspicionOf = ({ entityName, index }: Alert): string =>
  `${entityName}（疑似${schemeName(index.scheme)}）`;

/** What the recipient's unit has to do with it. */
export const roleLine = ({ role, because }: NoticeAddressee): Line => ({
  label: '本单位职责',
  value: `${ROLES[role]}（${because}）`,
});

export const deadline = (label: string, at: Date): Line => ({
  label,
  value: `${chinaTime(at)} 前（${LOCAL_DEFAULT}）`,
});

/** The alert in one line, for notices that are about something else. */
export const alertLines = (alert: Alert): Line[] => [
  { label: '主体名称', value: alert.entityName },
  { label: '预警等级', value: tierName(tierOf(alert)) },
  { label: '疑似类型', value: schemeName(alert.index.scheme) },
];

/** A notice about an alert that came without one is a fault of the house. */
export function alertOf<T extends LeasedNotice>({ alert, id }: T): NonNullable<T['alert']> {
  if (!alert) throw new Error(`notice ${id} has no alert`);
  return alert;
}
