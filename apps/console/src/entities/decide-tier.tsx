import { Form, Input, Radio } from 'antd';
import { tell } from '../api/ask.js';
import type { EntityFile } from '../api/entities.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { ANY_TIERS, TIER_NAMES } from '../shown/tier.js';
import { lastId } from '../api/last-id.js';

interface Draft {
  readonly tier: string;
  readonly because: string;
}

interface DecideTierProps {
  readonly file: EntityFile;
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

/** Sets a person's tier beside the model's, or takes it back. */
export function DecideTier({ file, close, done }: DecideTierProps) {
  const [form] = Form.useForm<Draft>();
  const deed = useDeed();
  const { id, name, tier, person, decisions } = file;
  const send = (draft: Draft) =>
    deed.run(async () => {
      const seen = lastId(decisions);
      await tell(`entities/${id}/tier`, { ...draft, seen });
      await done();
      close();
    });
  return (
    <FormDialog title={`人工定级：${name}`} okText="确定" {...{ form, deed, close, send }}>
      <p className="soft">
        模型：{TIER_NAMES[tier]}
        。人工等级与模型并列，预警和通知以人工等级为准；模型以后只提示不同，不会改掉它。
      </p>
      <Form.Item name="tier" label="等级" rules={[{ required: true, message: '请选择等级' }]}>
        <Radio.Group
          options={[
            ...ANY_TIERS.map((value) => ({ value, label: TIER_NAMES[value] })),
            ...(person ? [{ value: 'withdraw', label: '撤回人工等级' }] : []),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
