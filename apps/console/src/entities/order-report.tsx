import { useState } from 'react';
import { Form, Input } from 'antd';
import { Link } from '../address/link.js';
import { tell } from '../api/ask.js';
import type { EntityFile } from '../api/entities.js';
import { Dialog } from '../shown/dialog.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';

interface Draft {
  readonly because: string;
}

interface OrderReportProps {
  readonly file: EntityFile;
  readonly close: () => void;
}

/** Orders a special report on an entity, which comes to be as a draft. */
export function OrderReport({ file: { id, name }, close }: OrderReportProps) {
  const [form] = Form.useForm<Draft>();
  const deed = useDeed();
  const [made, setMade] = useState<string | null>(null);
  const send = (draft: Draft) =>
    deed.run(async () => {
      const report = await tell<{ readonly id: string }>('bulletins', { entityId: id, ...draft });
      setMade(report.id);
    });
  if (made !== null)
    return (
      <Dialog
        title="专报草稿已编好"
        okText="关闭"
        onOk={close}
        onCancel={close}
        footer={(_, { OkBtn }) => <OkBtn />}
      >
        <p>
          <Link to={`bulletins/${made}`}>打开专报草稿 {made}</Link>，审核、签发后才会送出。
        </p>
      </Dialog>
    );
  return (
    <FormDialog title={`编制专报：${name}`} okText="编制" {...{ form, deed, close, send }}>
      <p className="soft">按此刻所知编一份草稿；审核、签发之前不会送给任何人。</p>
      <Form.Item
        name="because"
        label="为什么要编"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
