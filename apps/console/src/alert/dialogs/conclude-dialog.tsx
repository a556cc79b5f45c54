import { useState } from 'react';
import { Form, Radio } from 'antd';
import type { Verification } from '../../api/alert-case.js';
import { ELEMENT_WORDS, FINDING_WORDS, VERDICT_WORDS, wordOf } from '../../shown/words.js';
import { ActDialog } from './act-dialog.js';
import { BecauseFields, type BecauseDraft } from './because-fields.js';
import type { DialogProps } from './dialog-props.js';
import { outcomeBody, OutcomeFields, type OutcomeDraft } from './outcome-fields.js';
import { because } from './reasons.js';
import { useAct } from './use-act.js';

type ConcludeDraft = BecauseDraft & OutcomeDraft;

const VERDICTS = ['confirmed', 'refuted', 'insufficient', 'administrative'] as const;

/** Ends a verification: the verdict, its reason and what is known of the case, in one form. */
export function ConcludeDialog(props: DialogProps) {
  const open = props.whole.verifications.find(({ isOpen }) => isOpen);
  return open ? <OpenConclusion {...props} verification={open} /> : null;
}

function OpenConclusion({
  whole,
  again,
  close,
  done,
  verification,
}: DialogProps & { readonly verification: Verification }) {
  const [form] = Form.useForm<ConcludeDraft>();
  const [verdict, choose] = useState<string>('confirmed');
  const act = useAct({ whole, again });
  const sent = (): void =>
    done(`${whole.alert.entityName}：${wordOf(VERDICT_WORDS, verdict)}`, true);
  const send = async ({ reason, note, ...told }: ConcludeDraft): Promise<void> => {
    const said = {
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
    };
    const isDone = await act.send(({ step, entry, outcome }) => ({
      path: `verifications/${verification.id}/conclusion`,
      body: {
        ...{ verdict, because: because(said), ...outcomeBody(verdict, told) },
        ...{ seen: step, seenEntry: entry, seenOutcome: outcome },
      },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`核查结论：${whole.alert.entityName}`}
      okText={wordOf(VERDICT_WORDS, verdict)}
      width={640}
      initialValues={{ scheme: whole.index.scheme }}
      {...{ form, act, whole, send, sent, close }}
    >
      <p className="alert-means">
        {verification.checklist
          .map(
            ({ element, finding }) =>
              `${wordOf(ELEMENT_WORDS, element)}${wordOf(FINDING_WORDS, finding)}`,
          )
          .join('　')}
      </p>
      <Form.Item
        required
        label="结论"
        extra="查实须三性都具备并各有证据；排除须至少一性不具备；没有查明的记为证据不足"
      >
        <Radio.Group
          value={verdict}
          onChange={(event) => choose(String(event.target.value))}
          options={VERDICTS.map((value) => ({ value, label: wordOf(VERDICT_WORDS, value) }))}
        />
      </Form.Item>
      {verdict !== 'refuted' && <OutcomeFields isSchemeNeeded={verdict === 'confirmed'} />}
      <BecauseFields what={verdict} />
    </ActDialog>
  );
}
