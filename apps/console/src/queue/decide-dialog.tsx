import { useEffect } from 'react';
import { Form, Input, Radio, type FormRule } from 'antd';
import { FormDialog } from '../shown/form-dialog.js';
import type { ActKind } from './acts.js';
import type { DialogProps } from './dialog-props.js';
import { becauseOf, VERDICTS } from './verdicts.js';

interface Draft {
  readonly kind: ActKind;
  readonly reason?: string | undefined;
  readonly note?: string;
}

/** Verdict, reason and note in one step. */
export function DecideDialog({
  about,
  can,
  deed,
  run,
  close,
}: DialogProps & { readonly can: (kind: ActKind) => boolean }) {
  const [form] = Form.useForm<Draft>();
  const possible = VERDICTS.filter(({ kind }) => can(kind));
  // Before the form is drawn it holds nothing, whatever its type says.
  const watched = Form.useWatch('kind', form) as ActKind | undefined;
  const kind = watched ?? possible[0]?.kind;
  const reasons = possible.find((one) => one.kind === kind)?.reasons ?? [];
  useDigits((digit) => {
    const reason = reasons[digit - 1];
    if (reason !== undefined) form.setFieldsValue({ reason });
  });
  const send = ({ kind: given, reason, note }: Draft): Promise<void> =>
    run({ kind: given, because: becauseOf(reason, note) });
  return (
    <FormDialog<Draft>
      title={`研判：${about}`}
      okText="确定"
      form={form}
      initialValues={{ kind: possible[0]?.kind }}
      {...{ deed, send, close }}
    >
      <Form.Item name="kind" label="结论" required>
        <Radio.Group
          options={possible.map((one) => ({ value: one.kind, label: one.words }))}
          optionType="button"
          onChange={() => form.setFieldsValue({ reason: undefined })}
        />
      </Form.Item>
      <Form.Item name="reason" label="理由（数字键选择，或在下面写明）" required>
        <Radio.Group className="queue-reasons-list">
          {reasons.map((reason, at) => (
            <Radio key={reason} value={reason}>
              <kbd>{at + 1}</kbd> {reason}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="note" label="说明" dependencies={['reason']} rules={[SAID]}>
        <Input.TextArea rows={3} maxLength={800} />
      </Form.Item>
      <p className="soft">查实须由核查任务得出，移送公安须制作移送材料：请打开预警办理。</p>
    </FormDialog>
  );
}

/** A verdict without any reason is refused. */
const SAID: FormRule = ({ getFieldValue }) => ({
  validator: (_, note?: string) =>
    becauseOf(getFieldValue('reason') as string | undefined, note) === ''
      ? Promise.reject(new Error('请选择理由或写明说明'))
      : Promise.resolve(),
});

/** Lets the digits choose as long as nobody writes. */
function useDigits(choose: (digit: number) => void): void {
  useEffect(() => {
    const press = ({ key, target, isComposing }: KeyboardEvent): void => {
      const isWritten = target instanceof HTMLTextAreaElement;
      if (!isWritten && !isComposing && /^[1-9]$/.test(key)) choose(Number(key));
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
