import type { ReactNode } from 'react';
import { Form, type FormInstance } from 'antd';
import { Dialog } from './dialog.js';
import { ProblemNote } from './problem-note.js';
import type { Deed } from './use-deed.js';

interface FormDialogProps<Draft> {
  readonly title: string;
  /** What the button says. */
  readonly okText: string;
  readonly form: FormInstance<Draft>;
  readonly initialValues?: object;
  readonly deed: Deed;
  /** Called with what was filled in, once nothing is missing. */
  readonly send: (draft: Draft) => Promise<unknown>;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A dialogue with a form to fill in and send; what speaks against it is said below the form. */
export function FormDialog<Draft>(props: FormDialogProps<Draft>) {
  const { title, okText, form, initialValues, deed, send, close, children } = props;
  return (
    <Dialog
      {...{ title, okText }}
      confirmLoading={deed.isRunning}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark="optional"
        {...(initialValues ? { initialValues } : {})}
        onFinish={(draft) => void send(draft)}
      >
        {children}
        {deed.problem && <ProblemNote problem={deed.problem} />}
      </Form>
    </Dialog>
  );
}
