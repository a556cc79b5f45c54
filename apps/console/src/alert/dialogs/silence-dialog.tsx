import { Checkbox, Form, Input } from 'antd';
import { useServerTime } from '../../shell/server-time.js';
import { chinaDay, daysAfter, endOfChinaDay } from '../../shown/china-time.js';
import { TIER_NAMES } from '../../shown/tier.js';
import { wordOf } from '../../shown/words.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './dialog-props.js';
import { useAct } from './use-act.js';

interface SilenceDraft {
  readonly tiers: readonly string[];
  readonly until: string;
  readonly because: string;
}

const LONGEST_DAYS = 90;
const USUAL_DAYS = 14;
const TIERS = ['red', 'orange', 'yellow', 'blue'] as const;

/** Tells nobody about this entity until a day; then whatever is left is told. */
export function SilenceDialog({ whole, again, close, done }: DialogProps) {
  const [form] = Form.useForm<SilenceDraft>();
  const act = useAct({ whole, again });
  const today = chinaDay(useServerTime());
  const { alert } = whole;
  const sent = (): void => done(`${alert.entityName}：已静默`);
  const send = async ({ tiers, until, because }: SilenceDraft): Promise<void> => {
    const isDone = await act.send(() => ({
      path: 'silences',
      body: { entity: alert.entityId, tiers, until: endOfChinaDay(until), because },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`静默：${alert.entityName}`}
      okText="静默"
      initialValues={{ until: daysAfter(today, USUAL_DAYS), tiers: ['yellow', 'blue'] }}
      {...{ form, act, whole, send, sent, close }}
    >
      <p className="soft alert-means">
        只是暂不通知各单位，预警照常产生和显示；到期自动恢复，届时按当时情况补发。最长{' '}
        {LONGEST_DAYS} 天。
      </p>
      <Form.Item
        name="tiers"
        label="静默哪些等级"
        rules={[{ required: true, message: '至少选一个等级' }]}
      >
        <Checkbox.Group
          options={TIERS.map((value) => ({ value, label: wordOf(TIER_NAMES, value) }))}
        />
      </Form.Item>
      <Form.Item
        name="until"
        label="到哪一天为止"
        rules={[{ required: true, message: '请写明日期' }]}
      >
        <Input type="date" min={today} max={daysAfter(today, LONGEST_DAYS - 1)} className="date" />
      </Form.Item>
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActDialog>
  );
}
