import { App, Form, Input } from 'antd';
import { tell } from '../api/ask.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { numbersFault, numbersIn, reasonFault } from './vault-words.js';

interface LookDraft {
  readonly records: string;
  readonly because: string;
}

interface RequestLookProps {
  /** The records that somebody came for. */
  readonly wanted: string;
  readonly done: () => void;
  readonly close: () => void;
}

/** Asks for a look at who reported some records; nothing is shown by that. */
export function RequestLook({ wanted, done, close }: RequestLookProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<LookDraft>();
  const deed = useDeed();
  const send = ({ records, because }: LookDraft) =>
    deed.run(async () => {
      const wish = { recordIds: numbersIn(records), because: because.trim() };
      await tell('vault/requests', wish);
      done();
      message.success('已提交，待另一人批准');
      close();
    });
  return (
    <FormDialog
      title="申请查看举报人"
      okText="提交申请"
      initialValues={{ records: wanted, because: '' }}
      {...{ form, deed, send, close }}
    >
      <p className="soft">
        提交后不会显示任何举报人信息：另一人批准之后，回到这里由您本人查看。请只申请办理事项确实需要的记录。
      </p>
      <Form.Item
        name="records"
        label="记录编号"
        extra="在预警的来件原文、主体的记录、公众举报里都写有编号；几条用顿号或空格分开，一次最多二十条"
        required
        rules={[{ validator: (_, typed: string) => refusing(numbersFault(typed)) }]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name="because"
        label="理由"
        required
        rules={[{ validator: (_, because: string) => refusing(reasonFault(because)) }]}
      >
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={1000}
          showCount
          placeholder="办理什么事项，为什么需要知道举报人"
        />
      </Form.Item>
    </FormDialog>
  );
}

const refusing = (fault: string | null): Promise<void> =>
  fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
