import { Checkbox, Form } from 'antd';
import type { AlertFile } from '../api/inbox.js';

/** Which files beside the alert prove it. */
export function EvidenceField({ files }: { readonly files: readonly AlertFile[] }) {
  if (files.length === 0)
    return <p className="soft">还没有附件可以作为证据；先在反馈或预警里上传。</p>;
  return (
    <Form.Item name="evidence" label="证据（附件）">
      <Checkbox.Group
        options={files.map(({ id, name }) => ({ value: `attachment:${id}`, label: name }))}
      />
    </Form.Item>
  );
}
