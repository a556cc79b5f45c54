import { useState } from 'react';
import { Button, Form, Input, Radio, Select } from 'antd';
import type { WholeAlert } from '../../api/alert.js';
import { tell } from '../../api/ask.js';
import { saveFile } from '../../api/save-file.js';
import { Dialog } from '../../shown/dialog.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { useDeed, type Deed } from '../../shown/use-deed.js';
import { wordOf } from '../../shown/words.js';
import { LETTERS } from '../words.js';
import { LETTER_FIELDS, letterFacts, type LetterDraft, type LetterField } from './letter-facts.js';

interface LetterDialogProps {
  readonly whole: WholeAlert;
  readonly close: () => void;
  readonly done: (said: string) => void;
}

/** Drafts a letter as a document to be looked at, and signs it once it is right. */
export default function LetterDialog({ whole, close, done }: LetterDialogProps) {
  const [form] = Form.useForm<LetterDraft>();
  const [code, choose] = useState('warning-talk');
  const deed = useDeed();
  const { alert } = whole;
  const maySign = whole.may.deeds.includes('sign-letter');
  const fields = fieldsFor(code, whole);
  const path = `alerts/${alert.id}/letters/${code}`;
  const facts = (): object => letterFacts(fields, form.getFieldsValue(true) as LetterDraft);
  const draft = (): Promise<boolean> => deed.run(() => saveFile(path, facts()));
  const sign = async (): Promise<void> => {
    const said = await form.validateFields(['number', 'because']).catch(() => null);
    if (!said) return;
    const { number = '', because } = said;
    const day = form.getFieldValue('on') as string | undefined;
    const body = {
      ...{ facts: facts(), because, number: number.trim() === '' ? null : number.trim() },
      on: day === undefined || day === '' ? null : day,
    };
    const isDone = await deed.run(async () => {
      await tell(`${path}/signed`, body);
    });
    if (!isDone) return;
    done(`《${wordOf(LETTERS, code)}》已签发`);
    close();
  };
  return (
    <Dialog
      title={`文书：${alert.entityName}`}
      width={720}
      onCancel={close}
      footer={<Footer {...{ deed, close, draft, sign, maySign }} />}
    >
      <Form form={form} layout="vertical" requiredMark={false} className="alert-letter">
        <Form.Item label="哪一种">
          <Radio.Group
            value={code}
            onChange={(event) => choose(String(event.target.value))}
            options={Object.entries(LETTERS).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <p className="soft alert-means">
          主体、编号、核查所得由系统写入；没填又不知道的，草稿里留空白。文书里不写举报人。
        </p>
        <div className="beside">
          {fields.map((field) => (
            <Form.Item key={field.name} name={field.name} label={field.label} extra={field.extra}>
              <FieldInput field={field} whole={whole} />
            </Form.Item>
          ))}
        </div>
        {maySign && <SigningFields />}
        {deed.problem && <ProblemNote problem={deed.problem} />}
      </Form>
    </Dialog>
  );
}

interface FooterProps {
  readonly deed: Deed;
  readonly close: () => void;
  readonly draft: () => Promise<boolean>;
  readonly sign: () => Promise<void>;
  readonly maySign: boolean;
}

function Footer({ deed: { isRunning }, close, draft, sign, maySign }: FooterProps) {
  return (
    <>
      <Button onClick={close}>取消</Button>
      <Button loading={isRunning} onClick={() => void draft()}>
        下载草稿
      </Button>
      {maySign && (
        <Button type="primary" loading={isRunning} onClick={() => void sign()}>
          签发
        </Button>
      )}
    </>
  );
}

function SigningFields() {
  return (
    <div className="beside">
      <Form.Item name="number" label="文号" extra="签发时填；核查记录可以不编">
        <Input maxLength={100} placeholder="郴金办函〔2026〕1号" />
      </Form.Item>
      <Form.Item
        name="because"
        label="签发理由"
        rules={[{ required: true, whitespace: true, message: '签发须写明理由' }]}
      >
        <Input maxLength={1000} />
      </Form.Item>
    </div>
  );
}

/** Of a record of verification also where each visit was, and who was asked, which nobody else knows. */
function fieldsFor(code: string, { verifications }: WholeAlert): readonly LetterField[] {
  const fields = LETTER_FIELDS[code] ?? [];
  const last = verifications[verifications.length - 1];
  if (code !== 'verification-record' || !last) return fields;
  const more = last.entries.flatMap(({ id, kind }): LetterField[] => {
    if (kind === 'visit')
      return [{ name: `places.${id}`, label: `核查记录 ${id} 的检查地点`, kind: 'line' }];
    if (kind !== 'interview') return [];
    return [
      {
        ...{ name: `roles.${id}`, label: `核查记录 ${id} 的被询问人身份`, kind: 'line' },
        extra: '不写姓名',
      },
    ];
  });
  return [...fields, ...more];
}

interface FieldInputProps {
  readonly field: LetterField;
  readonly whole: WholeAlert;
  /** What the form hands to its input. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: unknown) => void;
}

function FieldInput({ field, whole, ...bound }: FieldInputProps) {
  const { kind, choices = [] } = field;
  if (kind === 'day') return <Input type="date" {...bound} />;
  if (kind === 'moment') return <Input type="datetime-local" {...bound} />;
  if (kind === 'line') return <Input maxLength={200} {...bound} />;
  if (kind === 'unit' || kind === 'choice') {
    const options =
      kind === 'unit'
        ? whole.units.map(({ code, name }) => ({ value: code, label: name }))
        : choices.map(([value, label]) => ({ value, label }));
    return (
      <Select options={options} allowClear showSearch={{ optionFilterProp: 'label' }} {...bound} />
    );
  }
  return <Input.TextArea rows={kind === 'lines' ? 3 : 2} maxLength={1000} {...bound} />;
}
