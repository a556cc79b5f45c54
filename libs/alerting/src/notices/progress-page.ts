import { stageName, tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { alertLines, alertOf, notesOf, roleLine, subjectOf, suspicionOf } from './common-words.js';
import type { NoticeWords, Writing } from './writing.js';
import { tierOf } from './moot-because.js';
import type { Line } from './notice-page.js';
import type { NoticeAlert, Tiding } from './ports.js';

const TITLES: Readonly<Record<string, string>> = {
  acknowledged: '已签收',
  verifying: '开始核查',
  answered: '已反馈',
  disputed: '提出管辖异议',
  paused: '暂停计时',
  resumed: '恢复计时',
  assigned: '已改派',
  confirmed: '已查实',
  refuted: '已排除',
  transferred: '已移送公安',
  closed: '已办结',
  reopened: '重新打开',
  merged: '已并案',
  absorbed: '并入了另一件',
  unmerged: '已撤销并案',
  lowered: '等级下调',
};

/** Tells how far people came with an alert, and where it stands now if it moved on since. */
export const progressPage: Writing = (notice, words) => {
  const alert = alertOf(notice);
  const { change } = alert;
  const what = titleOf(notice.step, change);
  return {
    subject: subjectOf(notice.sample, what, suspicionOf(alert)),
    tier: tierOf(alert),
    opening: [],
    lines: [
      ...(change ? changeLines(change, what, words) : [{ label: '本次进展', value: what }]),
      { label: '目前进展', value: standing(alert) },
      ...alertLines(alert),
      roleLine(notice.to),
      { label: '预警编号', value: alert.id },
    ],
    lists: [],
    notes: notesOf(notice.sample),
  };
};

function titleOf(step: string, change: Tiding | null): string {
  const kind = change?.kind ?? step.split(/[:#]/)[0] ?? '';
  const title = TITLES[kind];
  if (title !== undefined)
    return kind === 'lowered' && change ? `${title}为${tierName(change.to)}` : title;
  return change?.toStage ? stageName(change.toStage) : '有新进展';
}

function changeLines(
  { at, by, because, news }: Tiding,
  what: string,
  { mask }: NoticeWords,
): Line[] {
  const who = by === null ? '' : `，${by}`;
  return [
    { label: '本次进展', value: `${what}（${chinaTime(at)}${who}）` },
    ...(because === null ? [] : [{ label: '说明', value: mask(because) }]),
    ...news.map((one) => ({ label: '内容', value: mask(one) })),
  ];
}

const standing = ({ stage, merged }: NoticeAlert): string =>
  merged ? `${stageName(stage)}，已并入预警 ${merged.into}` : stageName(stage);
