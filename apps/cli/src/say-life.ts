import { logWord } from '@risk/alerting';
import { dutyName, stageName, tierName, type AlertStage } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { AlertDetail, AlertLife, DutyLine } from '@risk/store';

/** The life of an alert as lines for people. */
export function sayLife(alert: AlertDetail, life: AlertLife, now: Date): string[] {
  const { personTier, tier, stage, entityName, sample } = alert;
  return [
    `预警 ${alert.id}　${tierName(personTier ?? tier)}　${stageName(stage)}　${entityName}${sample ? '［样例］' : ''}`,
    ...(life.mergedInto === null ? [] : [`已并入预警 ${life.mergedInto}`]),
    ...(life.hush ? [`暂不通知：${life.hush.because}`] : []),
    ...listed('并入本件的', life.members, (one) => `${one.id} ${one.entityName}`),
    ...listed('同组', life.group, (one) => `${one.id} ${tierName(one.tier)} ${one.entityName}`),
    '经过：',
    ...life.log.map((line) => `   ${sayLine(line)}`),
    ...life.files.map((file) => `附件 ${file.id}　${file.name}　${file.by}：${file.because}`),
    '职责（时限为本地默认，非法定）：',
    ...life.duties.map((duty) => `   ${sayDuty(duty, now)}${causeOf(duty, life)}`),
  ];
}

const listed = <T>(title: string, list: readonly T[], say: (one: T) => string): string[] =>
  list.length === 0 ? [] : [`${title}：${list.map(say).join('；')}`];

function sayLine({
  id,
  at,
  kind,
  by,
  unit,
  because,
  toStage,
  fromStage,
}: AlertLife['log'][number]) {
  const who = by === null ? '系统' : `${by}（${unit ?? ''}）`;
  const moved =
    toStage !== null && toStage !== fromStage ? ` → ${stageName(toStage as AlertStage)}` : '';
  return `#${id}　${chinaTime(at)}　${who}${logWord(kind)}${moved}${because === null ? '' : `：${because}`}`;
}

/** How a duty stands: done in time or late, void, paused, overdue or running. */
/** Beside what was merged into this alert, each duty says which one caused it. */
const causeOf = ({ alertId }: DutyLine, { members }: AlertLife): string =>
  members.length === 0 || alertId === null ? '' : `　因预警 ${alertId}`;

function sayDuty(duty: DutyLine, now: Date): string {
  const { unit, role, kind, dueAt } = duty;
  const part = role === 'lead' ? '主办' : '协办';
  return `${unit}　${part}　${dutyName(kind)}　${chinaTime(dueAt)} 前　${stateOf(duty, now)}`;
}

function stateOf({ doneAt, doneBy, voidBecause, pausedAt, dueAt }: DutyLine, now: Date): string {
  if (doneAt) {
    const late = doneAt > dueAt ? '（逾期）' : '';
    return `${chinaTime(doneAt)} ${doneBy ?? ''} 完成${late}`;
  }
  if (voidBecause !== null) return `不再需要：${voidBecause}`;
  if (pausedAt) return `${chinaTime(pausedAt)} 起暂停计时`;
  return dueAt <= now ? '已逾期' : '进行中';
}
