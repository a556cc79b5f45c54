import { App, Form, Input } from 'antd';
import { tell } from '../api/ask.js';
import { usePerson } from '../shell/session-context.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { seenIn, type DeskPart } from './desk-part.js';
import { namesIn } from './names-in.js';

interface OpeningDraft {
  readonly officers: string;
  readonly because: string;
}

/** Opens a verification by two officers at least. */
export function OpenVerification(props: DeskPart & { readonly close: () => void }) {
  const { alertId, unit, life, again, close } = props;
  const { message } = App.useApp();
  const person = usePerson();
  const [form] = Form.useForm<OpeningDraft>();
  const deed = useDeed();
  const send = ({ officers, because }: OpeningDraft) =>
    deed.run(async () => {
      const body = { unit, officers: namesIn(officers), because, seen: seenIn(life) };
      await tell(`alerts/${alertId}/verifications`, body);
      await again();
      message.success('已开始核查');
      close();
    });
  return (
    <FormDialog
      title="开始核查"
      okText="开始"
      {...{ form, deed, close, send }}
      initialValues={{ officers: `${person.name}、` }}
    >
      <Form.Item
        name="officers"
        label="核查人员"
        required
        extra="不少于两人，用顿号隔开"
        rules={[
          {
            validator: (_, text: string | undefined) =>
              new Set(namesIn(text ?? '')).size >= 2
                ? Promise.resolve()
                : Promise.reject(new Error('核查人员不少于两人')),
          },
        ]}
      >
        <Input autoFocus autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="because"
        label="核查事由"
        rules={[{ required: true, whitespace: true, message: '请写明事由' }]}
      >
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  );
}
