import {
  agendaKindName,
  type AgendaItem,
  type Meeting,
  type MeetingDecision,
  type MeetingTask,
} from '@risk/cases';
import { chinaDay, chinaTime } from '@risk/kit';
import { html, page, type Html } from './html.js';
import { alertLink, unitLink } from './links.js';
import { table, type Column } from './table.js';
import type { Names } from './words.js';

/** Draws one joint meeting: agenda, decisions, and what became of the tasks. */
export function meetingPage(meeting: Meeting, names: Names, now: Date): string {
  const { id, heldOn, title, chair, units, by, because, at, sample, agenda, decisions } = meeting;
  return page(
    `${title} ${heldOn}`,
    html`${sample ? html`<p class="sample">本次会议含<strong>样例</strong>，单位和人员均为虚构。</p>` : ''}
      <h1>${title}</h1>
      <p>${heldOn}　召集人：${chair}　会议编号 ${id}　${chinaTime(at)} ${by}准备：${because}</p>
      <p>参加：${units.map((unit, i) => [i === 0 ? '' : '、', unitLink(unit, names)])}</p>
      <section>
        <h2>议题</h2>
        ${table(agendaColumns(names), agenda, '没有议题。')}
      </section>
      <section>
        <h2>决定与任务<small>任务期限由会议确定</small></h2>
        ${
          decisions.length === 0
            ? html`<p class="empty">还没有记录决定。</p>`
            : decisions.map((one) => decisionPart(one, names, now))
        }
      </section>`,
  );
}

const agendaColumns = (names: Names): readonly Column<AgendaItem>[] => [
  ['序号', ({ no }) => no],
  ['种类', ({ kind }) => agendaKindName(kind)],
  ['事项', ({ alertId, subject }) => alertLink(alertId, subject)],
  ['单位', ({ unit }) => (unit === null ? null : unitLink(unit, names))],
  ['情况', ({ because }) => because],
];

function decisionPart(
  { item, decision, by, because, at, tasks }: MeetingDecision,
  names: Names,
  now: Date,
): Html {
  return html`<h3>${item === null ? '' : `议题 ${item}：`}${decision}</h3>
    <p>${by}：${because}<small>${chinaTime(at)}</small></p>
    ${tasks.length === 0 ? null : table(taskColumns(names, now), tasks, '')}`;
}

const taskColumns = (names: Names, now: Date): readonly Column<MeetingTask>[] => [
  ['单位', ({ unit }) => unitLink(unit, names)],
  ['任务', ({ what }) => what],
  ['期限', ({ dueAt }) => html`<time>${chinaDay(dueAt)}</time>`],
  ['完成情况', (task) => taskState(task, now)],
];

function taskState({ done, dueAt }: MeetingTask, now: Date): Html {
  if (done)
    return html`<b class="state ${done.at > dueAt ? 'late' : 'done'}"
        >${done.at > dueAt ? '逾期完成' : '按时完成'}</b
      ><small>${chinaTime(done.at)} ${done.by}：${done.because}</small>`;
  return dueAt <= now
    ? html`<b class="state late">已逾期</b>`
    : html`<b class="state open">办理中</b>`;
}
