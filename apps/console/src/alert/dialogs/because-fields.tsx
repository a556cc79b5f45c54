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
  readonly label?: string;
}

/** A reason in one click, a note beside it; one of both is needed. */
export function BecauseFields({ what, label = '说明' }: BecauseFieldsProps) {
  const reasons = reasonsFor(what);
  return (
    <>
      {reasons.length > 0 && (
        <Form.Item name="reason" label="理由">
          <Radio.Group className="alert-reasons" key={what}>
            {reasons.map((reason, at) => (
              <Radio key={reason} value={reason} autoFocus={at === 0}>
                {reason}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={label}
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
        <Input.TextArea rows={3} maxLength={900} showCount />
      </Form.Item>
    </>
  );
}
