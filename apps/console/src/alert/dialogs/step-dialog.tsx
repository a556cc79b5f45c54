import { useState } from 'react';
import { Form, Input, Radio, Select } from 'antd';
import { usePerson } from '../../shell/session-context.js';
import { wordOf } from '../../shown/words.js';
import { STEPS } from '../words.js';
import { ActDialog } from './act-dialog.js';
import { BecauseFields, type BecauseDraft } from './because-fields.js';
import type { DialogProps } from './dialog-props.js';
import { because } from './reasons.js';
import { useAct } from './use-act.js';

interface StepDraft extends BecauseDraft {
  readonly toUnit?: string;
  readonly toPerson?: string;
}

interface StepDialogProps extends DialogProps {
  /** The steps among which one is chosen. */
  readonly kinds: readonly string[];
}

/** What each of them brings about, where that is not in its name. */
const MEANS: Readonly<Record<string, string>> = {
  refuted: '排除后，同一主体在冷却期内不再重复预警；同时登记结论“排除”。',
  closed: '办结后不再计时、不再通知；有新的线索会另起一件。',
  reopened: '重新打开后回到核查中，各单位会收到通知。',
  assigned: '改派后由新的单位主办，时限从头计算。',
  paused: '暂停期间不计时限、不催办；请写明等待什么。',
  disputed: '提出后通知金融办协调；办理时限不停。',
};
/** After these one is through with the alert for now. */
const THROUGH = new Set(['acknowledged', 'assigned', 'refuted', 'closed', 'disputed', 'answered']);

/** A step with its reason and a note, in one form. */
export function StepDialog({ kinds, whole, again, close, done }: StepDialogProps) {
  const [form] = Form.useForm<StepDraft>();
  const [kind, choose] = useState(kinds[0] ?? '');
  const act = useAct({ whole, again });
  const title = wordOf(STEPS, kind);
  const { alert, may } = whole;
  const sent = (): void => done(`${alert.entityName}：已${title}`, THROUGH.has(kind));
  const { name } = usePerson();
  const send = async (draft: StepDraft): Promise<void> => {
    const isDone = await act.send(({ step }) => ({
      path: `alerts/${alert.id}/steps`,
      body: { kind, unit: may.unit, because: because(draft), seen: step, ...toWhom(kind, draft) },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`${kinds.length > 1 ? '研判' : title}：${alert.entityName}`}
      okText={title}
      initialValues={{ toPerson: name }}
      {...{ form, act, whole, send, sent, close }}
    >
      {kinds.length > 1 && (
        <Form.Item required label="结果">
          <Radio.Group
            value={kind}
            onChange={(event) => {
              choose(String(event.target.value));
              form.resetFields(['reason']);
            }}
            options={kinds.map((one) => ({ value: one, label: wordOf(STEPS, one) }))}
          />
        </Form.Item>
      )}
      {MEANS[kind] !== undefined && <p className="soft alert-means">{MEANS[kind]}</p>}
      {kind === 'assigned' && <UnitField whole={whole} />}
      {kind === 'entrusted' && <PersonField />}
      <BecauseFields what={kind} />
    </ActDialog>
  );
}

/** To whom it goes, of the steps that give it to somebody. */
function toWhom(kind: string, { toUnit, toPerson }: StepDraft): object {
  if (kind === 'assigned') return { toUnit };
  return kind === 'entrusted' ? { toPerson: (toPerson ?? '').trim() } : {};
}

function UnitField({ whole: { units, may } }: Pick<DialogProps, 'whole'>) {
  return (
    <Form.Item name="toUnit" label="改派给" rules={[{ required: true, message: '请选承办单位' }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入单位名称查找"
        options={units
          .filter(({ code }) => code !== may.unit)
          .map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}

function PersonField() {
  return (
    <Form.Item
      name="toPerson"
      label="由本单位谁经办"
      extra="写账号上的姓名；默认为自己"
      rules={[{ required: true, whitespace: true, message: '请写姓名' }]}
    >
      <Input maxLength={50} />
    </Form.Item>
  );
}
