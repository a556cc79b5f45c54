import { Checkbox, Form, Input, Select } from 'antd';
import { go } from '../address/browser-address.js';
import { tell } from '../api/ask.js';
import type { UnitLine } from '../api/inbox.js';
import type { AgendaPreview, MeetingFacts } from '../api/meetings.js';
import { useAsked } from '../api/use-asked.js';
import { usePerson } from '../shell/session-context.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, daysAfter } from '../shown/china-time.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { agendaKind, agendaSum } from './agenda-words.js';

interface MeetingDraft {
  readonly heldOn: string;
  readonly chair: string;
  readonly units?: readonly string[];
  readonly samples?: boolean;
  readonly because: string;
}

const USUAL_DAYS = 3;

/** Prepares a joint meeting: shows what it will talk about, and freezes that as its agenda. */
export function PrepareMeeting({ close }: { readonly close: () => void }) {
  const [form] = Form.useForm<MeetingDraft>();
  const person = usePerson();
  const samples = Form.useWatch('samples', form) ?? person.sample;
  const agenda = useAsked<AgendaPreview>(`meetings/agenda?samples=${String(samples)}`);
  const units = useAsked<readonly UnitLine[]>('units').data;
  const deed = useDeed();
  const today = chinaDay(useServerTime());
  const send = ({ units: taking = [], samples: withSamples = false, ...rest }: MeetingDraft) =>
    deed.run(async () => {
      const wish = { ...rest, units: taking, samples: withSamples };
      const { id } = await tell<MeetingFacts>('meetings', wish);
      close();
      go(`meetings/${id}`);
    });
  return (
    <FormDialog
      title="准备联席会议"
      okText="生成议题"
      {...{ form, deed, close, send }}
      initialValues={{ heldOn: daysAfter(today, USUAL_DAYS), samples: person.sample }}
    >
      <div className="beside">
        <Form.Item
          name="heldOn"
          label="会议日期"
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <Input type="date" className="date" min={today} />
        </Form.Item>
        <Form.Item
          name="chair"
          label="召集人"
          rules={[{ required: true, whitespace: true, message: '请写明召集人' }]}
        >
          <Input autoFocus autoComplete="off" maxLength={50} />
        </Form.Item>
      </div>
      <Form.Item name="units" label="参加单位" extra="议题涉及的单位自动列入，这里填另外要请的">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(units ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="because"
        label="事由"
        rules={[{ required: true, whitespace: true, message: '请写明事由' }]}
      >
        <Input maxLength={200} placeholder="如：半年例会" />
      </Form.Item>
      <Form.Item name="samples" valuePropName="checked">
        <Checkbox>含样例数据</Checkbox>
      </Form.Item>
      <AgendaNow agenda={agenda.data} />
    </FormDialog>
  );
}

function AgendaNow({ agenda }: { readonly agenda: AgendaPreview | null }) {
  if (!agenda) return <p className="soft">正在读取议题……</p>;
  const { items, total } = agenda;
  const more =
    total > items.length ? `（共 ${String(total)} 项，下面列前 ${String(items.length)} 项）` : '';
  return (
    <div>
      <strong>
        现在的议题：{agendaSum(items)}
        {more}
      </strong>
      <ul className="desk-said meeting-agenda">
        {items.map(({ no, kind, subject, unitName }) => (
          <li key={no}>
            {no}. [{agendaKind(kind)}] {subject}
            {unitName === null ? '' : `（${unitName}）`}
          </li>
        ))}
      </ul>
    </div>
  );
}
