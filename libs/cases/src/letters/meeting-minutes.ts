import { isCalendarDay, Invalid } from '@risk/kit';
import { writtenDay } from '@risk/domain';
import { draft, heading, table, text, type Letter } from './draft.js';
import type { MinutesFacts } from './facts.js';
import { regulation } from './laws.js';
import { meetingLines } from './meeting-agenda.js';
import { BLANK, orBlank } from './phrases.js';

/** What the joint meeting decided, and which unit does what until when. */
export const meetingMinutes: Letter<MinutesFacts> = {
  title: '联席会议纪要',
  article: regulation(5),
  write: (facts) => {
    facts.tasks.forEach(refuseVague);
    return [minutesOf(facts)];
  },
};

/** A task without a unit or a day is no task. */
function refuseVague({ decision, unit, dueOn }: MinutesFacts['tasks'][number], i: number): void {
  if (decision.trim() === '') throw new Invalid(`tasks[${i}].decision：请写明议定事项`);
  if (unit.trim() === '') throw new Invalid(`tasks[${i}].unit：请写明责任单位`);
  if (!isCalendarDay(dueOn)) throw new Invalid(`tasks[${i}].dueOn：完成期限应为 yyyy-mm-dd`);
}

const minutesOf = (facts: MinutesFacts) =>
  draft(facts, {
    title: `${facts.meeting}纪要`,
    addressee: null,
    body: [
      ...meetingLines(facts),
      text(`缺席单位：${facts.absent.join('、') || '无'}`),
      heading('审议情况'),
      ...facts.items.flatMap(({ subject, said }) => [heading(subject, 2), text(said ?? BLANK)]),
      heading('议定事项'),
      table(
        ['序号', '事项', '责任单位', '完成期限'],
        facts.tasks.map(({ decision, unit, dueOn }, i) => [
          `${i + 1}`,
          decision,
          unit,
          writtenDay(dueOn),
        ]),
        { shares: [1, 6, 3, 3] },
      ),
      text(`记录人：${orBlank(facts.recorder)}`),
    ],
  });
