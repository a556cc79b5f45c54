import { Form, Input } from 'antd';
import { go } from '../../address/browser-address.js';
import { tell } from '../../api/ask.js';
import type { Changes, EditionLine } from '../../api/editions.js';
import { FormDialog } from '../../shown/form-dialog.js';
import { useDeed } from '../../shown/use-deed.js';

interface KeepDraftProps {
  readonly changes: Changes;
  readonly close: () => void;
  readonly kept: () => void;
}

interface Naming {
  readonly title: string;
  readonly because: string;
}

/** Keeps the changes as a draft under a name, and leads to it. */
export function KeepDraft({ changes, close, kept }: KeepDraftProps) {
  const [form] = Form.useForm<Naming>();
  const deed = useDeed();
  const send = (naming: Naming) =>
    deed.run(async () => {
      const { id } = await tell<EditionLine>('drafts', { ...changes, ...naming });
      kept();
      go(`editions/${id}`);
    });
  return (
    <FormDialog<Naming> {...{ title: '存为草案', okText: '存为草案', form, deed, send, close }}>
      <Form.Item
        name="title"
        label="版本名称"
        rules={[{ required: true, message: '请写明版本名称' }]}
      >
        <Input placeholder="例如：补充养牛类词语，收紧高息广告" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, min: 2, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <p className="soft">存下之后先回测、影子运行，再由另一人发布；发布之前不影响任何评估。</p>
    </FormDialog>
  );
}
