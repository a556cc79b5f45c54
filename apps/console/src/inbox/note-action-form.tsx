import { App, Form, Input, Select } from 'antd';
import { tell } from '../api/ask.js';
import type { VerificationFacts } from '../api/inbox.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaTime } from '../shown/china-time.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import type { DeskPart } from './desk-part.js';
import { EvidenceField } from './evidence-field.js';
import { namesIn } from './names-in.js';
import { ACTION_WORDS } from './verification-words.js';
import { lastId } from '../api/last-id.js';

interface ActionDraft {
  readonly kind: keyof typeof ACTION_WORDS;
  readonly happenedAt: string;
  readonly officers: string;
  readonly result: string;
  readonly approver?: string;
  readonly evidence?: readonly string[];
}

type NoteActionProps = DeskPart & {
  readonly verification: VerificationFacts;
  readonly close: () => void;
};

/** Notes what officers did and what came of it. */
export function NoteActionForm({ verification, life, again, close }: NoteActionProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<ActionDraft>();
  const kind = Form.useWatch('kind', form);
  const deed = useDeed();
  const now = chinaTime(useServerTime()).replace(' ', 'T');
  const { id, officers, entries } = verification;
  const send = (draft: ActionDraft) =>
    deed.run(async () => {
      await tell(`verifications/${id}/entries`, {
        ...{ kind: draft.kind, happenedAt: `${draft.happenedAt}:00+08:00`, result: draft.result },
        ...{ officers: namesIn(draft.officers), evidence: draft.evidence ?? [] },
        approver: draft.approver?.trim() === '' ? null : (draft.approver ?? null),
        because: draft.result.slice(0, 200),
        seen: lastId(entries),
      });
      await again();
      message.success('已记下');
      close();
    });
  return (
    <FormDialog
      title="记一次核查"
      okText="记下"
      {...{ form, deed, close, send }}
      initialValues={{ kind: 'visit', happenedAt: now, officers: officers.join('、') }}
    >
      <Form.Item name="kind" label="方式" required>
        <Select
          options={Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <div className="beside">
        <Form.Item
          name="happenedAt"
          label="时间"
          rules={[{ required: true, message: '请填写时间' }]}
        >
          <Input type="datetime-local" max={now} />
        </Form.Item>
        <Form.Item name="officers" label="办理人员" rules={[{ required: true, message: '请填写' }]}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      {kind === 'account' && <ApproverField />}
      <Form.Item
        name="result"
        label="结果"
        rules={[{ required: true, whitespace: true, message: '请写明结果' }]}
      >
        <Input.TextArea rows={4} maxLength={4000} showCount />
      </Form.Item>
      <EvidenceField files={life.files} />
    </FormDialog>
  );
}

/** What the law binds to the word of the main responsible person. */
function ApproverField() {
  return (
    <Form.Item
      name="approver"
      label="批准的主要负责人"
      rules={[{ required: true, whitespace: true, message: '查询账户须经主要负责人批准' }]}
    >
      <Input autoComplete="off" />
    </Form.Item>
  );
}
