import { App, Form, Input, Radio } from 'antd';
import type { Finding } from '../api/codes.js';
import { tell } from '../api/ask.js';
import type { CheckedElement, VerificationFacts } from '../api/inbox.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import type { DeskPart } from './desk-part.js';
import { EvidenceField } from './evidence-field.js';
import { ELEMENT_WORDS, FINDING_WORDS } from '../shown/words.js';
import { CHECKED } from './verification-words.js';
import { lastId } from '../api/last-id.js';

interface FindingDraft {
  readonly element: CheckedElement;
  readonly finding: Finding;
  readonly because: string;
  readonly evidence?: readonly string[];
}

type FindingProps = DeskPart & {
  readonly verification: VerificationFacts;
  readonly close: () => void;
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Notes what was found of one of the three elements, with what proves it. */
export function FindingForm({ verification, life, again, close }: FindingProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<FindingDraft>();
  const deed = useDeed();
  const { id, entries, checklist } = verification;
  const first = checklist.find(({ finding }) => finding === 'unclear')?.element ?? 'illegality';
  const send = ({ evidence = [], ...draft }: FindingDraft) =>
    deed.run(async () => {
      const seen = lastId(entries);
      await tell(`verifications/${id}/entries`, { kind: 'element', ...draft, evidence, seen });
      await again();
      message.success('已认定');
      close();
    });
  return (
    <FormDialog
      title="认定一项要件"
      okText="认定"
      {...{ form, deed, close, send }}
      initialValues={{ element: first, finding: 'met' }}
    >
      <Form.Item name="element" label="要件" required>
        <Radio.Group options={CHECKED.map((value) => ({ value, label: ELEMENT_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name="finding" label="认定" required>
        <Radio.Group options={optionsOf(FINDING_WORDS)} />
      </Form.Item>
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
      <EvidenceField files={life.files} />
    </FormDialog>
  );
}
