import type { ReactNode } from 'react';
import { Button, Form } from 'antd';
import type { Feed } from '../api/codes.js';
import type { EntryAnswer, EntryFacts } from '../api/intake.js';
import { tell } from '../api/ask.js';
import { problemIn } from '../api/problem.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { AdvertisementFields } from './advertisement-fields.js';
import { ComplaintFields } from './complaint-fields.js';
import { entryBody, type EntryDraft } from './entry-draft.js';
import { faultsIn } from './field-faults.js';
import { HeadFields } from './head-fields.js';
import { RegistrationFields } from './registration-fields.js';

const FIELDS: Readonly<Record<Feed, () => ReactNode>> = {
  complaint: ComplaintFields,
  registration: RegistrationFields,
  advertisement: AdvertisementFields,
};

interface EntryFormProps {
  readonly feed: Feed;
  readonly facts: EntryFacts;
  /** The source that was entered from last. */
  readonly source: string;
  readonly done: (answer: EntryAnswer, source: string) => void;
}

/** A form to type one record in; what is wrong stands at its field, also what only the server finds. */
export function EntryForm({ feed, facts, source, done }: EntryFormProps) {
  const [form] = Form.useForm<EntryDraft>();
  const deed = useDeed();
  const today = chinaDay(useServerTime());
  const Fields = FIELDS[feed];
  const send = (draft: EntryDraft) =>
    deed.run(async () => {
      try {
        const answer = await tell<EntryAnswer>('entries', entryBody(feed, draft));
        // What names the reporter does not wait in the page until somebody closes it.
        form.resetFields();
        done(answer, draft.source);
      } catch (error) {
        showAt(form, problemIn(error).detail);
        throw error;
      }
    });
  return (
    <Form<EntryDraft>
      form={form}
      layout="vertical"
      className="intake-form"
      autoComplete="off"
      requiredMark="optional"
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={{ source, occurredOn: today, targets: [{}] }}
      onFinish={(draft) => void send(draft)}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter' && !event.nativeEvent.isComposing) form.submit();
      }}
    >
      <HeadFields {...{ feed, facts, today }} />
      <Fields />
      {deed.problem && <ProblemNote problem={deed.problem} />}
      <div className="tools">
        <Button type="primary" htmlType="submit" loading={deed.isRunning}>
          提交
        </Button>
        <span className="soft">Ctrl＋Enter 提交</span>
      </div>
    </Form>
  );
}

type EntryFields = ReturnType<typeof Form.useForm<EntryDraft>>[0];

function showAt(form: EntryFields, detail: string): void {
  const faults = faultsIn(detail).filter(({ name }) => form.getFieldInstance(name) !== undefined);
  form.setFields(faults as Parameters<EntryFields['setFields']>[0]);
}
