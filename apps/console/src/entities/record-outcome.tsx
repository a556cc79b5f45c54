import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Verdict } from '../api/codes.js';
import { tell } from '../api/ask.js';
import type { EntityChoices, EntityFile } from '../api/entities.js';
import { useAsked } from '../api/use-asked.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import { VERDICT_WORDS } from '../shown/words.js';
import { lastId } from '../api/last-id.js';

interface Draft {
  readonly verdict: Verdict;
  readonly scheme?: string;
  readonly exposedOn?: string;
  readonly losses?: number | null;
  readonly people?: number | null;
  readonly because: string;
}

interface RecordOutcomeProps {
  readonly file: EntityFile;
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

const VERDICTS: readonly Verdict[] = ['confirmed', 'refuted', 'administrative', 'transferred'];

/** Records what became of a suspicion; the latest stands, earlier ones stay to be read. */
export function RecordOutcome({ file, close, done }: RecordOutcomeProps) {
  const [form] = Form.useForm<Draft>();
  const deed = useDeed();
  const { data: choices } = useAsked<EntityChoices>('entities/choices');
  const verdict = Form.useWatch('verdict', form) as Verdict | undefined;
  const { id, name, outcomes } = file;
  const send = ({ verdict: found, because, ...told }: Draft) =>
    deed.run(async () => {
      const seen = lastId(outcomes);
      const more = found === 'refuted' ? {} : given(told);
      await tell(`entities/${id}/outcomes`, { verdict: found, because, ...more, seen });
      await done();
      close();
    });
  return (
    <FormDialog title={`登记核查结论：${name}`} okText="登记" {...{ form, deed, close, send }}>
      <Form.Item name="verdict" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Radio.Group options={VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value] }))} />
      </Form.Item>
      {verdict !== undefined && verdict !== 'refuted' && (
        <>
          <Form.Item
            name="scheme"
            label="类型"
            rules={[{ required: verdict === 'confirmed', message: '查实的必须写明类型' }]}
          >
            <Select
              allowClear
              options={(choices?.schemes ?? []).map(({ code, title }) => ({
                ...{ value: code, label: title },
              }))}
            />
          </Form.Item>
          <Form.Item name="exposedOn" label="暴露日期">
            <Input type="date" className="date" />
          </Form.Item>
          <div className="beside">
            <Form.Item name="losses" label="损失（元）">
              <InputNumber min={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="people" label="受损人数">
              <InputNumber min={0} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </div>
        </>
      )}
      <Form.Item
        name="because"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

/** What was filled in; a field left empty says nothing. */
const given = (told: object): object =>
  Object.fromEntries(
    Object.entries(told).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  );
