import { Form, Input } from 'antd';
import { FormDialog } from '../shown/form-dialog.js';
import { ACT_WORDS, type ActKind } from './acts.js';
import type { DialogProps } from './dialog-props.js';

interface Draft {
  readonly because: string;
}

const LABELS: Readonly<Partial<Record<ActKind, string>>> = {
  ...{ noted: '备注内容', paused: '为什么暂停', resumed: '为什么恢复' },
};

/** Adds a note, or says why the time stands still or goes on. */
export function NoteDialog({
  kind,
  about,
  deed,
  run,
  close,
}: DialogProps & { readonly kind: ActKind }) {
  const [form] = Form.useForm<Draft>();
  return (
    <FormDialog<Draft>
      title={`${ACT_WORDS[kind]}：${about}`}
      okText={ACT_WORDS[kind]}
      form={form}
      send={({ because }) => run({ kind, because })}
      {...{ deed, close }}
    >
      <Form.Item
        name="because"
        label={LABELS[kind] ?? '理由'}
        rules={[{ required: true, whitespace: true, message: '请填写' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
