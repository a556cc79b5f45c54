import { App, Form, Input, Radio } from 'antd';
import type { ReceiptAnswer } from '../api/codes.js';
import { tell } from '../api/ask.js';
import type { HandOverFacts } from '../api/inbox.js';
import { ANSWER_WORDS } from '../shown/words.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay } from '../shown/china-time.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { lastId } from '../api/last-id.js';

interface ReceiptDraft {
  readonly answer: ReceiptAnswer;
  readonly number?: string;
  readonly receivedOn: string;
  readonly because: string;
}

interface ReceiptFormProps {
  readonly handOver: HandOverFacts;
  readonly done: () => Promise<void>;
  readonly close: () => void;
}

/** What comes of each answer, said before it is given. */
const MEANS: Readonly<Record<ReceiptAnswer, string>> = {
  filed: '立案：回执事项办结，告知移送单位。',
  declined: '不予立案：须写明理由；预警回到核查，移送单位可提请复议或建议立案监督。',
  material: '补充材料：移送单位会收到补充材料的事项。',
};

/** The answer of public security to a hand-over. */
export function ReceiptForm({ handOver, done, close }: ReceiptFormProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<ReceiptDraft>();
  // Nothing before the form is drawn, whatever its type says.
  const answer = (Form.useWatch('answer', form) as ReceiptAnswer | undefined) ?? 'filed';
  const deed = useDeed();
  const today = chinaDay(useServerTime());
  const { id, receipts } = handOver;
  const send = (draft: ReceiptDraft) =>
    deed.run(async () => {
      const number = draft.number?.trim() ?? '';
      const seen = lastId(receipts);
      await tell(`handovers/${id}/receipts`, {
        ...draft,
        number: number === '' ? null : number,
        seen,
      });
      await done();
      message.success('已登记回执');
      close();
    });
  return (
    <FormDialog
      title={`登记移送 ${id} 的回执`}
      okText="登记"
      {...{ form, deed, close, send }}
      initialValues={{ answer: 'filed', receivedOn: today }}
    >
      <Form.Item name="answer" label="回执" required extra={MEANS[answer]}>
        <Radio.Group
          options={Object.entries(ANSWER_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <NumberField isAsked={answer !== 'material'} />
      <Form.Item
        name="receivedOn"
        label="文书日期"
        rules={[{ required: true, message: '请选择日期' }]}
      >
        <Input type="date" className="date" min={chinaDay(handOver.facts.at)} max={today} />
      </Form.Item>
      <Form.Item
        name="because"
        label={answer === 'declined' ? '不予立案的理由' : '说明'}
        rules={[{ required: true, whitespace: true, message: '请写明' }]}
      >
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  );
}

/** Both decisions come as letters with a number. */
function NumberField({ isAsked }: { readonly isAsked: boolean }) {
  return (
    <Form.Item
      name="number"
      label="文号"
      rules={[{ required: isAsked, whitespace: true, message: '立案、不予立案须写明文号' }]}
    >
      <Input maxLength={100} autoComplete="off" placeholder="如 郴公（经）立字〔2026〕12号" />
    </Form.Item>
  );
}
