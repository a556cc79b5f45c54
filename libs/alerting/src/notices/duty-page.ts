import { dutyName, stageName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import {
  alertLines,
  deadline,
  LOCAL_DEFAULT,
  notesOf,
  subjectOf,
  suspicionOf,
} from './common-words.js';
import type { NoticeWords, Writing } from './writing.js';
import { tierOf } from './moot-because.js';
import type { Line } from './notice-page.js';
import type { LeasedNotice, NoticeAlert, NoticeDuty } from './ports.js';

/** Reminds a unit of what it owes, or tells who stands above it that it is overdue. */
export const dutyPage: Writing = (notice, words, now) => {
  const { alert, to, sample, kind } = notice;
  const duty = dutyOf(notice);
  const owing = words.unitName(duty.unit);
  const what = whatOf(duty, words);
  const isLate = duty.dueAt <= now;
  const heading = `${what}${isLate ? '已超期' : '将到期'}${kind === 'escalation' ? '·升级提醒' : ''}`;
  return {
    subject: subjectOf(sample, heading, alert ? `${owing}：${suspicionOf(alert)}` : owing),
    tier: alert ? tierOf(alert) : null,
    opening: [openingOf(duty, owing, what, isLate)],
    lines: [
      { label: '责任单位', value: owing },
      { label: '事项', value: `${what}（${words.mask(duty.because)}）` },
      deadline('时限', duty.dueAt),
      ...movedLine(duty),
      ...(kind === 'escalation' ? [ladderLine(notice, duty)] : []),
      { label: '通知对象', value: `${to.unitName} ${to.recipient.title}` },
      ...(alert
        ? [
            ...alertLines(alert),
            { label: '目前进展', value: stageName(alert.stage) },
            ...mergedLine(alert),
            { label: '预警编号', value: alert.id },
          ]
        : []),
    ],
    lists: [],
    notes: notesOf(sample),
  };
};

function dutyOf({ duty, id }: LeasedNotice): NoticeDuty {
  if (!duty) throw new Error(`notice ${id} has no duty`);
  return duty;
}

const whatOf = ({ kind, subject }: NoticeDuty, { mask }: NoticeWords): string =>
  `${dutyName(kind)}${subject === '' || /^\d+$/.test(subject) ? '' : `（${mask(subject)}）`}`;

function openingOf({ dueAt }: NoticeDuty, owing: string, what: string, isLate: boolean): string {
  const when = `${chinaTime(dueAt)}（${LOCAL_DEFAULT}）`;
  return isLate
    ? `${owing}应于 ${when} 前${what}，至今没有完成。`
    : `请${owing}于 ${when} 前${what}。`;
}

const mergedLine = ({ merged }: NoticeAlert): Line[] =>
  merged ? [{ label: '在哪里办', value: `已并入预警 ${merged.into}，请在那一件上办理` }] : [];

const movedLine = ({ dueAt, firstDueAt }: NoticeDuty): Line[] =>
  dueAt.getTime() === firstDueAt.getTime()
    ? []
    : [{ label: '最初时限', value: chinaTime(firstDueAt) }];

const ladderLine = ({ to }: LeasedNotice, { rung }: NoticeDuty): Line => ({
  label: '升级',
  value: `第 ${rung} 级，${to.because}（${LOCAL_DEFAULT}）`,
});
