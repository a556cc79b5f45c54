import { Form, Input } from 'antd';
import { go } from '../address/browser-address.js';
import { tell } from '../api/ask.js';
import type { BulletinLine } from '../api/bulletins.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';

interface SpecialDraft {
  readonly entityId: string;
  readonly because: string;
}

interface OrderSpecialProps {
  /** On which entity; who orders writes it where it is not known. */
  readonly entityId?: string;
  readonly name?: string;
  readonly close: () => void;
}

/** Orders a special report on one entity; it begins as a draft, which is shown. */
export function OrderSpecial({ entityId = '', name, close }: OrderSpecialProps) {
  const [form] = Form.useForm<SpecialDraft>();
  const deed = useDeed();
  const send = (draft: SpecialDraft) =>
    deed.run(async () => {
      const { id } = await tell<Pick<BulletinLine, 'id'>>('bulletins', draft);
      close();
      go(`bulletins/${id}`);
    });
  return (
    <FormDialog
      title={name === undefined ? '编制专报' : `编制专报：${name}`}
      okText="编制"
      {...{ form, deed, close, send }}
      initialValues={{ entityId }}
    >
      <p className="soft">
        按现在所知编制一个主体的专报：登记、线索、关系、办理经过。编好为草稿，审核、签发后发出。
      </p>
      <Form.Item
        name="entityId"
        label="主体编号"
        extra="见主体界面或预警界面"
        hidden={name !== undefined}
        rules={[{ required: true, pattern: /^\d{1,14}$/, message: '请填写主体编号' }]}
      >
        <Input autoFocus={name === undefined} autoComplete="off" inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name="because"
        label="事由"
        rules={[{ required: true, whitespace: true, message: '请写明事由' }]}
      >
        <Input.TextArea autoFocus={name !== undefined} rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
