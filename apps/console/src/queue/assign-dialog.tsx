import { Form, Input } from 'antd';
import type { QueueChoices } from '../api/queue.js';
import { usePerson } from '../shell/session-context.js';
import { FormDialog } from '../shown/form-dialog.js';
import type { Act } from './acts.js';
import type { DialogProps } from './dialog-props.js';

interface Draft {
  readonly person: string;
  readonly because?: string;
}

const NOBODY = '';

/** Says who of the own unit works on alerts from now on. */
export function AssignDialog({
  about,
  deed,
  run,
  close,
  colleagues,
}: DialogProps & { readonly colleagues: QueueChoices['colleagues'] }) {
  const { name } = usePerson();
  const [form] = Form.useForm<Draft>();
  const others = colleagues.filter((one) => one.name !== name);
  const isMe = others.length < colleagues.length;
  const send = ({ person, because }: Draft): Promise<void> => {
    const toPerson = person === NOBODY ? null : person;
    const said = because?.trim() ?? '';
    const act: Act = { kind: 'entrusted', because: said === '' ? '分办' : said, toPerson };
    return run(act);
  };
  return (
    <FormDialog<Draft>
      title={`指定经办人：${about}`}
      okText="指定"
      form={form}
      initialValues={{ person: isMe ? name : NOBODY }}
      {...{ deed, send, close }}
    >
      <Form.Item name="person" label="由谁经办">
        <select className="queue-select">
          {isMe && <option value={name}>我（{name}）</option>}
          {others.map((one) => (
            <option key={one.name} value={one.name}>
              {one.name}（{one.titles.join('、')}）
            </option>
          ))}
          <option value={NOBODY}>不再指定经办人</option>
        </select>
      </Form.Item>
      <Form.Item name="because" label="说明">
        <Input placeholder="可以不填" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
