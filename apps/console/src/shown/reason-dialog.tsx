import type { ReactNode } from 'react';
import { App, Form, Input } from 'antd';
import { FormDialog } from './form-dialog.js';
import { useDeed } from './use-deed.js';

interface ReasonDraft {
  readonly because: string;
}

interface ReasonDialogProps {
  readonly title: string;
  readonly okText: string;
  /** What comes of it. */
  readonly means?: ReactNode;
  /** What the field asks for. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly send: (because: string) => Promise<unknown>;
  readonly done: () => Promise<void>;
  readonly close: () => void;
}

/** Asks why, and does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, okText, means, label = '理由', placeholder, send, done, close } = props;
  const { message } = App.useApp();
  const [form] = Form.useForm<ReasonDraft>();
  const deed = useDeed();
  const carryOut = ({ because }: ReasonDraft) =>
    deed.run(async () => {
      await send(because.trim());
      await done();
      message.success(`已${okText}`);
      close();
    });
  return (
    <FormDialog {...{ title, okText, form, deed, close }} send={carryOut}>
      {means !== undefined && <p className="soft">{means}</p>}
      <Form.Item
        name="because"
        label={label}
        rules={[{ required: true, whitespace: true, message: `请写明${label}` }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={1000} showCount placeholder={placeholder} />
      </Form.Item>
    </FormDialog>
  );
}
