import { App, Checkbox, Form, Input, Select } from 'antd';
import { useAddress } from '../address/use-address.js';
import { tell } from '../api/ask.js';
import type { SilenceChoices } from '../api/notices.js';
import { useAsked } from '../api/use-asked.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, daysAfter, endOfChinaDay } from '../shown/china-time.js';
import { FormDialog } from '../shown/form-dialog.js';
import { TIER_WORDS, TIERS } from '../shown/tier.js';
import { useDeed } from '../shown/use-deed.js';

interface SilenceDraft {
  readonly entity?: string;
  readonly scheme?: string;
  readonly region?: string;
  readonly code?: string;
  readonly tiers: readonly string[];
  readonly lastDay: string;
  readonly because: string;
}

interface MakeSilenceProps {
  readonly done: () => void;
  readonly close: () => void;
}

const USUAL_DAYS = 7;
/** Longer than this nobody keeps silent (libs/alerting says so as well). */
const MOST_DAYS = 90;

const orNull = (text: string | undefined): string | null => {
  const plain = text?.trim() ?? '';
  return plain === '' ? null : plain;
};

/** Keeps units from being told of something for a while; all that is named has to fit. */
export function MakeSilence({ done, close }: MakeSilenceProps) {
  const { message } = App.useApp();
  const { query } = useAddress();
  const [form] = Form.useForm<SilenceDraft>();
  const deed = useDeed();
  const today = chinaDay(useServerTime());
  const send = ({ tiers, lastDay, because, ...what }: SilenceDraft) =>
    deed.run(async () => {
      const named = Object.fromEntries(
        (['entity', 'scheme', 'region', 'code'] as const).map((name) => [name, orNull(what[name])]),
      );
      await tell('silences', { ...named, tiers, until: endOfChinaDay(lastDay), because });
      message.success('已设静默');
      done();
      close();
    });
  return (
    <FormDialog
      title="设静默"
      okText="设静默"
      {...{ form, deed, close, send }}
      initialValues={{
        ...{ entity: query.get('entity') ?? '', tiers: ['blue'] },
        lastDay: daysAfter(today, USUAL_DAYS),
      }}
    >
      <p className="soft">至少填一项；填了几项就要都符合。到期自动恢复，其间的预警届时补发。</p>
      <WhatIsSilenced />
      <Form.Item
        name="tiers"
        label="静默哪些等级"
        rules={[{ required: true, type: 'array', min: 1, message: '至少选一个等级' }]}
      >
        <Checkbox.Group
          options={TIERS.map((tier) => ({ value: tier, label: `${TIER_WORDS[tier]}色` }))}
        />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label="到哪一天为止"
        rules={[{ required: true, message: '请选择日期' }]}
      >
        <Input type="date" className="date" min={today} max={daysAfter(today, MOST_DAYS - 1)} />
      </Form.Item>
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}

/** All that is named has to fit. */
function WhatIsSilenced() {
  const choices = useAsked<SilenceChoices>('silences/choices').data;
  const options = (named: SilenceChoices['regions'] | undefined) =>
    (named ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="beside">
      <Form.Item name="entity" label="主体编号" rules={[{ pattern: /^\d*$/, message: '应为编号' }]}>
        <Input autoFocus autoComplete="off" inputMode="numeric" />
      </Form.Item>
      <Form.Item name="code" label="规则或词条代码">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="scheme" label="类型">
        <Select allowClear options={options(choices?.schemes)} />
      </Form.Item>
      <Form.Item name="region" label="区域">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={options(choices?.regions)}
        />
      </Form.Item>
    </div>
  );
}
