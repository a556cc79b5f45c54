import { useState } from 'react';
import { App, Form, Input } from 'antd';
import { tell } from '../api/ask.js';
import { FormDialog } from '../shown/form-dialog.js';
import { useDeed } from '../shown/use-deed.js';
import type { DeskPart } from './desk-part.js';
import { answerWords, faultOfAnswer, LONGEST_ANSWER } from './answer-words.js';
import { FileDrop } from './file-drop.js';
import type { UploadedFile } from './upload-file.js';

interface AnswerDraft {
  readonly text: string;
}

/** What a unit found and did, with its papers. */
export function AnswerForm({
  alertId,
  unit,
  again,
  close,
}: DeskPart & { readonly close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<AnswerDraft>();
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const deed = useDeed();
  const send = ({ text }: AnswerDraft) =>
    deed.run(async () => {
      const because = answerWords(text, files);
      await tell(`alerts/${alertId}/steps`, { kind: 'answered', unit, because });
      await again();
      message.success('已反馈');
      close();
    });
  return (
    <FormDialog title="反馈办理情况" okText="提交反馈" {...{ form, deed, close, send }}>
      <p className="soft">
        反馈后本单位的签收、反馈事项办结。不要写举报人的姓名、电话等信息；附件入库后不能删除。
      </p>
      <Form.Item
        name="text"
        label="核查、处置的情况"
        required
        rules={[
          {
            validator: (_, text: string | undefined) => {
              const fault = faultOfAnswer(text ?? '', files);
              return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
            },
          },
        ]}
      >
        <Input.TextArea autoFocus rows={6} maxLength={LONGEST_ANSWER} showCount />
      </Form.Item>
      <FileDrop
        alertId={alertId}
        files={files}
        add={(file) => setFiles((before) => [...before, file])}
      />
    </FormDialog>
  );
}
