import { useState } from 'react';
import { Button, Checkbox, Form, Input } from 'antd';
import { tell } from '../../api/ask.js';
import type { EditionLife, StepKind } from '../../api/editions.js';
import { useMay } from '../../shell/session-context.js';
import { FormDialog } from '../../shown/form-dialog.js';
import { useDeed } from '../../shown/use-deed.js';

/** A step that people take at this screen. */
interface Step {
  readonly kind: Exclude<StepKind, 'drafted' | 'backtested'>;
  /** The last part of its door. */
  readonly door: string;
  readonly word: string;
  readonly needs: 'editions.draft' | 'editions.review';
  readonly advice: string;
}

const STEPS: readonly Step[] = [
  {
    ...{ kind: 'shadowed', door: 'shadow', word: '开始影子运行', needs: 'editions.draft' },
    advice: '影子运行期间，新来的记录按这个版本另评一遍，只作比较，不改变任何指数和预警。',
  },
  {
    ...{ kind: 'published', door: 'publish', word: '发布', needs: 'editions.review' },
    advice: '发布后几秒内按这个版本评估新的记录；已有主体在一分钟内按它重算。发布人不能是起草人。',
  },
  {
    ...{ kind: 'rolled-back', door: 'rollback', word: '退回到此版本', needs: 'editions.review' },
    advice: '退回后几秒内恢复按这个版本评估；其间的评估留存，不改写。',
  },
  {
    ...{ kind: 'withdrawn', door: 'withdraw', word: '撤回', needs: 'editions.review' },
    advice: '撤回之后不能再发布；需要时另起草案。',
  },
];

interface EditionStepsProps {
  readonly edition: EditionLife;
  readonly done: () => Promise<void>;
}

/** What may be done with an edition now; what may not says why. */
export function EditionSteps({ edition, done }: EditionStepsProps) {
  const may = useMay();
  const [open, setOpen] = useState<Step | null>(null);
  const shown = STEPS.filter(({ kind, needs }) => may(needs) && isSensible(edition, kind));
  const refusalOf = (kind: StepKind): string | null =>
    edition.refusals.find((one) => one.kind === kind)?.says ?? null;
  if (shown.length === 0) return null;
  return (
    <section className="rules-part" aria-label="下一步">
      <div className="tools">
        {shown.map((step) => {
          const refusal = step.kind === 'published' ? edition.urgent : refusalOf(step.kind);
          return (
            <Button
              key={step.kind}
              type={step.kind === 'published' ? 'primary' : 'default'}
              danger={step.kind === 'withdrawn'}
              disabled={refusal !== null}
              onClick={() => setOpen(step)}
            >
              {step.word}
            </Button>
          );
        })}
      </div>
      {shown.map(({ kind, word }) => {
        const says = refusalOf(kind);
        return (
          says !== null && (
            <p key={kind} className="soft">
              {word}：{says}
            </p>
          )
        );
      })}
      {open && (
        <TakeStep
          step={open}
          edition={edition}
          isOnlyUrgent={refusalOf('published') !== null}
          close={() => setOpen(null)}
          done={done}
        />
      )}
    </section>
  );
}

/** Steps that could come at this stage; others would only be noise. */
function isSensible({ stage }: EditionLife, kind: StepKind): boolean {
  if (stage === 'in-force' || stage === 'withdrawn') return false;
  if (stage === 'retired') return kind === 'rolled-back';
  return kind !== 'rolled-back' && !(kind === 'shadowed' && stage === 'shadow');
}

interface TakeStepProps {
  readonly step: Step;
  readonly edition: EditionLife;
  readonly isOnlyUrgent: boolean;
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

interface Wish {
  readonly because: string;
  readonly urgent?: boolean;
}

function TakeStep({ step, edition, isOnlyUrgent, close, done }: TakeStepProps) {
  const [form] = Form.useForm<Wish>();
  const deed = useDeed();
  const { door, word, advice, kind } = step;
  const send = async ({ because, urgent = false }: Wish): Promise<void> => {
    const isDone = await deed.run(async () => {
      await tell(`editions/${edition.id}/${door}`, { because, urgent });
      await done();
    });
    if (isDone) close();
  };
  return (
    <FormDialog<Wish>
      {...{ title: `${word}：版本 ${edition.id}　${edition.title}`, okText: word }}
      {...{ form, deed, send, close }}
    >
      <p className="soft">{advice}</p>
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, min: 2, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      {kind === 'published' && isOnlyUrgent && (
        <Form.Item name="urgent" valuePropName="checked">
          <Checkbox>情况紧急，不等影子运行满一天</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
