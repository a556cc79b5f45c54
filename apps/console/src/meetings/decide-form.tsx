import { App, Button, Form, Input, Select } from 'antd';
import { tell } from '../api/ask.js';
import type { UnitLine } from '../api/inbox.js';
import type { MeetingFacts } from '../api/meetings.js';
import { useAsked } from '../api/use-asked.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, daysAfter } from '../shown/china-time.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { lastId } from '../api/last-id.js';

interface DecisionDraft {
  readonly item: number;
  readonly decision: string;
  readonly because: string;
  readonly tasks?: readonly {
    readonly unit: string;
    readonly what: string;
    readonly dueOn: string;
  }[];
}

interface DecideFormProps {
  readonly meeting: MeetingFacts;
  readonly item: number | null;
  readonly again: () => Promise<void>;
  readonly close: () => void;
}

/** An item of no agenda. */
const OTHER = 0;
const USUAL_DAYS = 14;

/** What the meeting decided, and who has to do what until when. */
export function DecideForm({ meeting, item, again, close }: DecideFormProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<DecisionDraft>();
  const deed = useDeed();
  const { id, agenda, decisions } = meeting;
  const send = ({ item: no, tasks = [], ...rest }: DecisionDraft) =>
    deed.run(async () => {
      const seen = lastId(decisions);
      const wish = { ...rest, item: no === OTHER ? null : no, tasks, seen };
      await tell(`meetings/${id}/decisions`, wish);
      await again();
      message.success('已记录决定');
      close();
    });
  return (
    <FormDialog
      title="记录决定"
      okText="记录"
      {...{ form, deed, close, send }}
      initialValues={{ item: item ?? OTHER, because: '会议一致同意', tasks: [] }}
    >
      <Form.Item name="item" label="议题" required>
        <Select
          options={[
            { value: OTHER, label: '议题之外' },
            ...agenda.map(({ no, subject }) => ({ value: no, label: `${String(no)}. ${subject}` })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="decision"
        label="决定"
        rules={[{ required: true, whitespace: true, message: '请写明决定' }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item
        name="because"
        label="依据或议定情况"
        rules={[{ required: true, whitespace: true, message: '请写明' }]}
      >
        <Input maxLength={1000} />
      </Form.Item>
      <TaskFields />
    </FormDialog>
  );
}

/** The tasks that come of it, one a line. */
function TaskFields() {
  const units = useAsked<readonly UnitLine[]>('units').data;
  const today = chinaDay(useServerTime());
  return (
    <Form.List name="tasks">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="meeting-task-row">
              <Form.Item
                noStyle
                name={[name, 'unit']}
                rules={[{ required: true, message: '请选单位' }]}
              >
                <Select
                  aria-label={`任务 ${String(name + 1)} 的单位`}
                  placeholder="单位"
                  showSearch={{ optionFilterProp: 'label' }}
                  options={(units ?? []).map((unit) => ({ value: unit.code, label: unit.name }))}
                />
              </Form.Item>
              <Form.Item
                noStyle
                name={[name, 'what']}
                rules={[{ required: true, whitespace: true, message: '请写明任务' }]}
              >
                <Input
                  aria-label={`任务 ${String(name + 1)}`}
                  placeholder="任务"
                  maxLength={1000}
                />
              </Form.Item>
              <Form.Item
                noStyle
                name={[name, 'dueOn']}
                rules={[{ required: true, message: '请选期限' }]}
              >
                <Input aria-label={`任务 ${String(name + 1)} 的期限`} type="date" min={today} />
              </Form.Item>
              <Button aria-label={`去掉任务 ${String(name + 1)}`} onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ dueOn: daysAfter(today, USUAL_DAYS) })}>添加任务</Button>
        </>
      )}
    </Form.List>
  );
}
