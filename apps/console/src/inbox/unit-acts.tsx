import { useState } from 'react';
import { App, Button } from 'antd';
import type { DutyKind } from '../api/codes.js';
import { tell } from '../api/ask.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { useMay } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import type { DeskPart } from './desk-part.js';
import { AnswerForm } from './answer-form.js';

type Opened = 'answer' | 'dispute' | 'note';

/** What a unit says to an alert: that it has it, what it did, that it is not its own. */
export function UnitActs(desk: DeskPart) {
  const { isOwn, life, head } = desk;
  const may = useMay();
  const [opened, open] = useState<Opened | null>(null);
  if (!may('alerts.act') || !isOwn || life.mergedInto !== null) return null;
  const owes = owedBy(desk);
  const isNext = !owes('acknowledge') && owes('answer');
  return (
    <section className="desk-card">
      <h2>办理</h2>
      <div className="desk-acts">
        {owes('acknowledge') && <Acknowledge {...desk} />}
        {head.stage !== 'closed' && (
          <Button type={isNext ? 'primary' : 'default'} onClick={() => open('answer')}>
            反馈
          </Button>
        )}
        {BEFORE_RESULT.includes(head.stage) && (
          <Button onClick={() => open('dispute')}>提出管辖异议</Button>
        )}
        <Button onClick={() => open('note')}>备注</Button>
      </div>
      {opened === 'answer' && <AnswerForm {...desk} close={() => open(null)} />}
      {(opened === 'dispute' || opened === 'note') && (
        <Saying {...desk} {...SAYINGS[opened]} close={() => open(null)} />
      )}
    </section>
  );
}

const BEFORE_RESULT: readonly string[] = ['raised', 'acknowledged', 'verifying'];

/** Whether the unit still has to do something of a kind. */
const owedBy =
  ({ life, unit }: DeskPart) =>
  (kind: DutyKind): boolean =>
    life.duties.some(
      (duty) =>
        duty.unit === unit &&
        duty.kind === kind &&
        duty.doneAt === null &&
        duty.voidBecause === null,
    );

/** One step: that the unit has it and looks after it. */
function Acknowledge({ alertId, unit, again }: DeskPart) {
  const { message } = App.useApp();
  const deed = useDeed();
  const acknowledge = async (): Promise<void> => {
    const isDone = await deed.run(async () => {
      const step = { kind: 'acknowledged', unit, because: '签收' };
      await tell(`alerts/${alertId}/steps`, step);
      await again();
    });
    if (isDone) message.success('已签收');
  };
  return (
    <>
      <Button type="primary" loading={deed.isRunning} onClick={() => void acknowledge()}>
        签收
      </Button>
      {deed.problem && <ProblemNote problem={deed.problem} />}
    </>
  );
}

interface SayingWords {
  readonly kind: string;
  readonly title: string;
  readonly means: string;
  readonly label: string;
}

const SAYINGS: Readonly<Record<'dispute' | 'note', SayingWords>> = {
  dispute: {
    ...{ kind: 'disputed', title: '提出管辖异议', label: '理由和依据' },
    means: '提出后告知金融办和其他单位，由金融办改派或提交联席会议；时限不因此停止。',
  },
  note: {
    ...{ kind: 'noted', title: '备注', label: '内容' },
    means: '办理这件预警的单位都看得到；不算反馈。',
  },
};

type SayingProps = DeskPart & SayingWords & { readonly close: () => void };

function Saying({ alertId, unit, again, kind, title, means, label, close }: SayingProps) {
  return (
    <ReasonDialog
      {...{ title, means, label, close }}
      okText={title}
      send={(because) => tell(`alerts/${alertId}/steps`, { kind, unit, because })}
      done={again}
    />
  );
}
