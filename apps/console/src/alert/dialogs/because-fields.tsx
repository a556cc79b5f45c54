import { useEffect } from 'react';
import { Form, Input, Radio } from 'antd';
import { reasonsFor } from './reasons.js';

/** The reason from the list, and what somebody adds to it. */
export interface BecauseDraft {
  readonly reason?: string;
  readonly note?: string;
}

interface BecauseFieldsProps {
  /** What is done, by which the reasons are listed. */
  readonly what: string;
}

/** A reason in one click or by its number, a note beside it; one of both is needed. */
export function BecauseFields({ what }: BecauseFieldsProps) {
  const reasons = reasonsFor(what);
  useNumbers(reasons);
  return (
    <>
      {reasons.length > 0 && (
        <Form.Item name="reason" label="理由" required>
          <Radio.Group className="alert-reasons" key={what}>
            {reasons.map((reason, at) => (
              <Radio key={reason} value={reason}>
                <kbd>{at + 1}</kbd> {reason}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={reasons.length > 0 ? '补充说明（理由和说明至少写一样）' : '说明'}
        required
        dependencies={['reason']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, note: string | undefined) =>
              (note ?? '').trim() !== '' || getFieldValue('reason') !== undefined
                ? Promise.resolve()
                : Promise.reject(new Error('请选一条理由或者写明说明')),
          }),
        ]}
      >
        <Input.TextArea rows={3} maxLength={900} />
      </Form.Item>
    </>
  );
}

/** Chooses a reason by its number, unless somebody types a text. */
function useNumbers(reasons: readonly string[]): void {
  const form = Form.useFormInstance<BecauseDraft>();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, altKey, metaKey } = event;
      const isText =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && target.type !== 'radio');
      const reason = reasons[Number(key) - 1];
      if (isText || ctrlKey || altKey || metaKey || reason === undefined) return;
      event.preventDefault();
      form.setFieldsValue({ reason });
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [form, reasons]);
}
