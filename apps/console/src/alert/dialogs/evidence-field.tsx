import { Form, Select } from 'antd';
import type { WholeAlert } from '../../api/alert.js';
import type { Verification } from '../../api/alert-case.js';
import { entryWords } from '../entry-words.js';

interface EvidenceFieldProps {
  readonly whole: WholeAlert;
  readonly verification: Verification;
}

/** What proves it: files beside the alert, and earlier entries; records by their number. */
export function EvidenceField({ whole, verification }: EvidenceFieldProps) {
  const files = whole.life.files.map(({ id, name }) => ({
    ...{ value: `attachment:${id}`, label: `附件 ${id} ${name}` },
  }));
  const entries = verification.entries.map((entry) => ({
    value: `entry:${entry.id}`,
    label: `核查记录 ${entry.id} ${entryWords(entry)}`,
  }));
  return (
    <Form.Item
      name="evidence"
      label="证据"
      extra="选附件或核查记录；来件写作 record:编号。查实须每一性都有证据"
      rules={[
        {
          validator: (_, values: readonly string[] | undefined) =>
            (values ?? []).every((one) => /^(attachment|record|entry):\d{1,18}$/.test(one))
              ? Promise.resolve()
              : Promise.reject(new Error('请从列表中选，或写作 record:编号')),
        },
      ]}
    >
      <Select
        mode="tags"
        showSearch={{ optionFilterProp: 'label' }}
        options={[...files, ...entries]}
        placeholder={files.length === 0 ? '还没有附件，可先上传' : '选择'}
      />
    </Form.Item>
  );
}
