import { useState } from 'react';
import { Button } from 'antd';
import { tell } from '../api/ask.js';
import type { MeetingFacts, MeetingTask } from '../api/meetings.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { useMay, usePerson } from '../shell/session-context.js';
import { chinaDay } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { DueIn, When } from '../shown/when.js';

interface DecisionsProps {
  readonly meeting: MeetingFacts;
  readonly again: () => Promise<void>;
}

/** What was decided, who has to do what, and what became of it. */
export function Decisions({ meeting, again }: DecisionsProps) {
  const { decisions } = meeting;
  return (
    <section className="desk-card">
      <h2>决定与任务（{decisions.length}）</h2>
      {decisions.length === 0 && <p className="soft">还没有记录决定。</p>}
      {decisions.map(({ id, item, decision, by, because, at, tasks }) => (
        <article key={id}>
          <h3>
            {item === null ? '' : `议题 ${String(item)}：`}
            {decision}
          </h3>
          <p className="desk-sub">
            <When at={at} /> {by}：{because}
          </p>
          {tasks.length > 0 && <Tasks tasks={tasks} {...{ meeting, again }} />}
        </article>
      ))}
    </section>
  );
}

function Tasks({
  tasks,
  meeting,
  again,
}: DecisionsProps & { readonly tasks: readonly MeetingTask[] }) {
  return (
    <table className="desk-plain">
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">任务</th>
          <th scope="col">期限（会议确定）</th>
          <th scope="col">完成情况</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <td>{meeting.unitNames[task.unit] ?? task.unit}</td>
            <td>{task.what}</td>
            <td className="whole">{chinaDay(task.dueAt)}</td>
            <td>
              <TaskState task={task} />
            </td>
            <td>
              <FinishTask task={task} again={again} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TaskState({ task: { done, dueAt } }: { readonly task: MeetingTask }) {
  if (!done) return <DueIn at={dueAt} />;
  const isLate = done.at > dueAt;
  return (
    <>
      <Mark standing={isLate ? 'waiting' : 'good'}>{isLate ? '逾期完成' : '按时完成'}</Mark>
      <span className="desk-sub">
        <When at={done.at} /> {done.by}：{done.because}
      </span>
    </>
  );
}

/** Whoever is of the unit reports it; whoever holds meetings may for all. */
function FinishTask({
  task,
  again,
}: {
  readonly task: MeetingTask;
  readonly again: () => Promise<void>;
}) {
  const may = useMay();
  const person = usePerson();
  const [isOpen, setOpen] = useState(false);
  const isMine = task.unit === person.unit.code || may('meetings.hold');
  if (task.done || !may('tasks.answer') || !isMine) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        报告办结
      </Button>
      {isOpen && (
        <ReasonDialog
          title={`报告办结：${task.what}`}
          okText="报告办结"
          means="报告后这项应办事项办结，不能撤回。"
          label="办了什么"
          send={(because) => tell(`meeting-tasks/${task.id}/done`, { because })}
          done={again}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
