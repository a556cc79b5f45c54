import { App, Form, Input, Radio, Select } from 'antd';
import { tell } from '../api/ask.js';
import type { Conclusion, VerificationFacts } from '../api/inbox.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { seenIn, type DeskPart } from './desk-part.js';
import { SCHEME_OPTIONS, VERDICT_WORDS } from '../shown/words.js';
import { CONCLUSIONS, faultOf } from './verification-words.js';
import { lastId } from '../api/last-id.js';

interface ConclusionDraft {
  readonly verdict: Conclusion;
  readonly scheme?: string;
  readonly because: string;
  readonly losses?: string;
  readonly people?: string;
}

type ConcludeProps = DeskPart & {
  readonly verification: VerificationFacts;
  readonly close: () => void;
};

/** Ends a verification: what was found, and why. */
export function ConcludeForm({ verification, life, head, again, close }: ConcludeProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<ConclusionDraft>();
  // Nothing before the form is drawn, whatever its type says.
  const verdict = (Form.useWatch('verdict', form) as Conclusion | undefined) ?? 'refuted';
  const deed = useDeed();
  const fault = faultOf(verdict, verification.checklist);
  const { id, entries } = verification;
  const send = (draft: ConclusionDraft) =>
    deed.run(async () => {
      await tell(`verifications/${id}/conclusion`, {
        ...{ verdict: draft.verdict, because: draft.because },
        ...knownOf(draft),
        seen: seenIn(life),
        seenEntry: lastId(entries),
        seenOutcome: lastId(head.outcomes),
      });
      await again();
      message.success(`核查已结束：${VERDICT_WORDS[draft.verdict]}`);
      close();
    });
  return (
    <FormDialog
      title="得出核查结论"
      okText="结束核查"
      {...{ form, deed, close, send }}
      initialValues={{ verdict: 'refuted' }}
    >
      <p className="soft">结论由人作出，记入主体的核查结论；预警随之变化，各单位都会知道。</p>
      <Form.Item
        name="verdict"
        label="结论"
        required
        {...(fault === null ? {} : { validateStatus: 'warning' as const, help: fault })}
      >
        <Radio.Group
          options={CONCLUSIONS.map((value) => ({ value, label: VERDICT_WORDS[value] }))}
        />
      </Form.Item>
      {verdict !== 'refuted' && <KnownOfIt isProved={verdict === 'confirmed'} />}
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  );
}

/** What it was and what it cost, as far as that is known. */
function KnownOfIt({ isProved }: { readonly isProved: boolean }) {
  return (
    <>
      <Form.Item
        name="scheme"
        label="类型"
        rules={[{ required: isProved, message: '查实的请写明类型' }]}
      >
        <Select allowClear options={SCHEME_OPTIONS} />
      </Form.Item>
      <div className="beside">
        <Form.Item name="losses" label="损失（元，知道才填）">
          <Input type="number" min={0} step="0.01" />
        </Form.Item>
        <Form.Item name="people" label="受损人数（知道才填）">
          <Input type="number" min={0} step={1} />
        </Form.Item>
      </div>
    </>
  );
}

/** What is not known is not said; of what was refuted nothing of it is known. */
const knownOf = ({ verdict, scheme, losses, people }: ConclusionDraft) =>
  verdict === 'refuted'
    ? {}
    : { scheme: scheme ?? null, losses: numberIn(losses), people: numberIn(people) };

const numberIn = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' ? null : Number(text);
