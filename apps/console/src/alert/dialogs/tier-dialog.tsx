import { Form, Radio } from 'antd';
import { TIER_NAMES } from '../../shown/tier.js';
import { wordOf } from '../../shown/words.js';
import { ActDialog } from './act-dialog.js';
import { BecauseFields, type BecauseDraft } from './because-fields.js';
import type { DialogProps } from './dialog-props.js';
import { because } from './reasons.js';
import { useAct } from './use-act.js';

interface TierDraft extends BecauseDraft {
  readonly tier: string;
}

const TIERS = ['red', 'orange', 'yellow', 'blue', 'none'] as const;
const WITHDRAW = 'withdraw';

/** A person's tier stands beside the model's until a person changes it. */
export function TierDialog({ whole, again, close, done }: DialogProps) {
  const [form] = Form.useForm<TierDraft>();
  const act = useAct({ whole, again });
  const { alert } = whole;
  const sent = (): void => done(`${alert.entityName}：人工等级已记下`);
  const send = async ({ tier, ...said }: TierDraft): Promise<void> => {
    const isDone = await act.send(({ decision }) => ({
      path: `entities/${alert.entityId}/tier`,
      body: { tier, because: because(said), seen: decision },
    }));
    if (isDone) sent();
  };
  const choices = TIERS.map((value) => ({
    value,
    label: wordOf(TIER_NAMES, value),
  }));
  return (
    <ActDialog
      title={`人工定级：${alert.entityName}`}
      okText="定级"
      {...{ form, act, whole, send, sent, close }}
    >
      <p className="soft alert-means">
        模型为{wordOf(TIER_NAMES, alert.tier)}
        。人工等级写在模型旁边，以人工的为准；模型只能提示不同，不能改它。
      </p>
      <Form.Item name="tier" label="等级" rules={[{ required: true, message: '请选等级' }]}>
        <Radio.Group
          options={
            alert.person === null
              ? choices
              : [...choices, { value: WITHDRAW, label: '撤回人工等级' }]
          }
        />
      </Form.Item>
      <BecauseFields what="tier" />
    </ActDialog>
  );
}
