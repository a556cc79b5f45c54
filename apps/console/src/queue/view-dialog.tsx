import { Checkbox, Form, Input } from 'antd';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';

interface Draft {
  readonly name: string;
  readonly isShared?: boolean;
}

interface ViewDialogProps {
  readonly title: string;
  readonly name?: string;
  /** Whether it can be kept for the whole unit. */
  readonly mayShare: boolean;
  readonly save: (draft: Draft) => Promise<unknown>;
  readonly changed: () => Promise<void>;
  readonly close: () => void;
}

/** Names a view. */
export function ViewDialog({ title, name, mayShare, save, changed, close }: ViewDialogProps) {
  const [form] = Form.useForm<Draft>();
  const deed = useDeed();
  const send = async (draft: Draft): Promise<void> => {
    const isDone = await deed.run(async () => {
      await save(draft);
      await changed();
    });
    if (isDone) close();
  };
  return (
    <FormDialog<Draft>
      okText="保存"
      initialValues={{ name: name ?? '', isShared: false }}
      {...{ title, form, deed, send, close }}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请写名称' }]}
      >
        <Input maxLength={30} autoFocus />
      </Form.Item>
      {mayShare && (
        <Form.Item name="isShared" valuePropName="checked">
          <Checkbox>本单位共用</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
