import { Form, Input } from 'antd';
import { usePerson } from '../../shell/session-context.js';
import { ActDialog } from './act-dialog.js';
import { BecauseFields, type BecauseDraft } from './because-fields.js';
import type { DialogProps } from './dialog-props.js';
import { OfficersField } from './officers-field.js';
import { because } from './reasons.js';
import { useAct } from './use-act.js';

interface VerifyDraft extends BecauseDraft {
  readonly officers: readonly string[];
}

/** Opens a verification by at least two officers. */
export function VerifyDialog({ whole, again, close, done }: DialogProps) {
  const [form] = Form.useForm<VerifyDraft>();
  const act = useAct({ whole, again });
  const { name, unit } = usePerson();
  const { alert, may } = whole;
  const sent = (): void => done(`${alert.entityName}：已提出核查`);
  const send = async ({ officers, ...said }: VerifyDraft): Promise<void> => {
    const isDone = await act.send(({ step }) => ({
      path: `alerts/${alert.id}/verifications`,
      body: { unit: may.unit, officers, because: because(said), seen: step },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`提出核查：${alert.entityName}`}
      okText="提出核查"
      initialValues={{ officers: [name] }}
      {...{ form, act, whole, send, sent, close }}
    >
      <Form.Item required label="核查单位">
        <Input value={unit.name} disabled />
      </Form.Item>
      <OfficersField label="核查人员" least={2} />
      <BecauseFields what="verifying" />
    </ActDialog>
  );
}
