import { Form, Input, Radio } from 'antd';
import type { HandOver } from '../../api/alert-case.js';
import { useServerTime } from '../../shell/server-time.js';
import { chinaDay } from '../../shown/china-time.js';
import { ANSWER_WORDS, wordOf } from '../../shown/words.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './dialog-props.js';
import { useAct } from './use-act.js';
import { lastId } from '../../api/last-id.js';

interface ReceiptDraft {
  readonly answer: string;
  readonly number?: string;
  readonly receivedOn: string;
  readonly because: string;
}

/** Enters what public security answered to the last hand-over. */
export function ReceiptDialog(props: DialogProps) {
  const { handOvers } = props.whole;
  const last = handOvers[handOvers.length - 1];
  return last ? <ReceiptOf {...props} handOver={last} /> : null;
}

interface ReceiptOfProps extends DialogProps {
  readonly handOver: HandOver;
}

function ReceiptOf({ whole, again, close, done, handOver }: ReceiptOfProps) {
  const [form] = Form.useForm<ReceiptDraft>();
  const answer: unknown = Form.useWatch('answer', form);
  const act = useAct({ whole, again });
  const today = chinaDay(useServerTime());
  const sent = (): void => done('回执已登记');
  const send = async ({ number, ...said }: ReceiptDraft): Promise<void> => {
    const { receipts } = handOver;
    const isDone = await act.send(() => ({
      path: `handovers/${handOver.id}/receipts`,
      body: { ...said, number: number ?? null, seen: lastId(receipts) },
    }));
    if (isDone) sent();
  };
  return (
    <ActDialog
      title={`移送 ${handOver.id} 的回执`}
      okText="登记"
      initialValues={{ receivedOn: today }}
      {...{ form, act, whole, send, sent, close }}
    >
      <Form.Item name="answer" label="回执" rules={[{ required: true, message: '请选回执' }]}>
        <Radio.Group
          options={Object.keys(ANSWER_WORDS).map((value) => ({
            value,
            label: wordOf(ANSWER_WORDS, value),
          }))}
        />
      </Form.Item>
      <div className="beside">
        <Form.Item
          name="number"
          label="文号"
          rules={answer === 'material' ? [] : [{ required: true, message: '书面通知须写明文号' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label="收到日期"
          rules={[{ required: true, message: '请写明日期' }]}
        >
          <Input type="date" max={today} />
        </Form.Item>
      </div>
      <Form.Item
        name="because"
        label="内容摘要"
        rules={[{ required: true, whitespace: true, message: '请写明' }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActDialog>
  );
}
