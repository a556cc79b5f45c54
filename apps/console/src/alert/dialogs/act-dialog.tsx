import { useRef, type ReactNode } from 'react';
import { Button, Form, type FormInstance } from 'antd';
import { Dialog } from '../../shown/dialog.js';
import { ProblemNote } from '../../shown/problem-note.js';
import type { WholeAlert } from '../../api/alert.js';
import { Meanwhile } from './meanwhile.js';
import type { UsedAct } from './use-act.js';

interface ActDialogProps<Draft> {
  readonly title: string;
  readonly okText: string;
  readonly form: FormInstance<Draft>;
  readonly act: UsedAct;
  readonly whole: WholeAlert;
  readonly initialValues?: object;
  readonly width?: number;
  /** Called with what was filled in, once nothing is missing. */
  readonly send: (draft: Draft) => Promise<unknown>;
  /** Called after the same was sent once more and taken. */
  readonly sent: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A form about an alert; when somebody else was faster, it says who did what and lets one go on. */
export function ActDialog<Draft>(props: ActDialogProps<Draft>) {
  const { title, okText, form, act, whole, initialValues, width = 560, send, sent, close } = props;
  const { deed, meanwhile, sendAgain } = act;
  // What came between says more than the refusal, which is written for programs.
  const isTold = meanwhile !== null && meanwhile.length > 0;
  const formPlace = useRef<HTMLDivElement>(null);
  const goOn = async (): Promise<void> => {
    if (await sendAgain()) sent();
  };
  return (
    <Dialog
      {...{ title, okText, width }}
      confirmLoading={deed.isRunning}
      afterOpenChange={(isOpen) => isOpen && focusFirst(formPlace.current)}
      onOk={form.submit}
      onCancel={close}
      {...(meanwhile
        ? {
            footer: [
              <Button key="close" onClick={close}>
                取消
              </Button>,
              <Button
                key="again"
                type="primary"
                loading={deed.isRunning}
                onClick={() => void goOn()}
              >
                已核对，仍然提交
              </Button>,
            ],
          }
        : {})}
    >
      <div ref={formPlace}>
        <Form<Draft>
          form={form}
          layout="vertical"
          requiredMark="optional"
          {...(initialValues ? { initialValues } : {})}
          onFinish={(draft) => void send(draft)}
        >
          {props.children}
          {meanwhile && <Meanwhile lines={meanwhile} whole={whole} />}
          {deed.problem && !isTold && <ProblemNote problem={deed.problem} />}
        </Form>
      </div>
    </Dialog>
  );
}

/** Whoever opened a form by a key goes on with the keyboard in it. */
const focusFirst = (place: HTMLElement | null): void =>
  place?.querySelector<HTMLElement>('input:not([disabled]), textarea')?.focus();
