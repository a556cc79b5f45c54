import { useState } from 'react';
import { Form, Radio } from 'antd';
import { VERDICT_WORDS, wordOf } from '../../shown/words.js';
import { ActDialog } from './act-dialog.js';
import { BecauseFields, type BecauseDraft } from './because-fields.js';
import type { DialogProps } from './dialog-props.js';
import { outcomeBody, OutcomeFields, type OutcomeDraft } from './outcome-fields.js';
import { because } from './reasons.js';
import { useAct } from './use-act.js';

type Draft = BecauseDraft & OutcomeDraft;

/** How the case of an entity ended, where no verification of this house said so. */
export function OutcomeDialog({ whole, again, close, done }: DialogProps) {
  const [form] = Form.useForm<Draft>();
  const [verdict, choose] = useState<string>('confirmed');
  const act = useAct({ whole, again });
  const { alert, index } = whole;
  const sent = (): void => done(`${alert.entityName}：结论已登记`);
  const send = async ({ reason, note, ...told }: Draft): Promise<void> => {
    const said = {
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
    };
    const isDone = await act.send(({ outcome }) => ({
      path: `entities/${alert.entityId}/outcomes`,
      body: { verdict, because: because(said), ...outcomeBody(verdict, told), seen: outcome },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`登记结论：${alert.entityName}`}
      okText="登记"
      width={640}
      initialValues={{ scheme: index.scheme }}
      {...{ form, act, whole, send, sent, close }}
    >
      <p className="soft alert-means">
        结论用来衡量预警准不准，不改变本件的阶段；后登记的取代先登记的，先前的留存。
      </p>
      <Form.Item required label="结论">
        <Radio.Group
          value={verdict}
          onChange={(event) => choose(String(event.target.value))}
          options={Object.entries(VERDICT_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {verdict !== 'refuted' && <OutcomeFields isSchemeNeeded={verdict === 'confirmed'} />}
      <BecauseFields what={wordOf({ transferred: 'closed' }, verdict)} />
    </ActDialog>
  );
}
