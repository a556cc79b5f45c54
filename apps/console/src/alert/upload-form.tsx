import { useState } from 'react';
import { Button, Input } from 'antd';
import type { FileLine } from '../api/alert.js';
import { upload } from '../api/upload.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';

interface UploadFormProps {
  readonly alertId: string;
  readonly close: () => void;
  readonly done: (said: string) => void;
}

const MOST_BYTES = 20 * 1024 * 1024;
const KINDS = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.zip,.txt';

/** Puts a file beside the alert: says how far it is, and by which digest it was kept. */
export default function UploadForm({ alertId, close, done }: UploadFormProps) {
  const [file, choose] = useState<File | null>(null);
  const [because, say] = useState('');
  const [share, setShare] = useState(0);
  const deed = useDeed();
  const isTooBig = file !== null && file.size > MOST_BYTES;
  const isReady = file !== null && !isTooBig && because.trim() !== '';
  const send = (): Promise<boolean> =>
    deed.run(async () => {
      if (!file) return;
      setShare(0);
      const said = new URLSearchParams({ name: file.name, because: because.trim() }).toString();
      const kept = await upload<FileLine>(`alerts/${alertId}/attachments?${said}`, file, setShare);
      done(`已放入《${kept.name}》，SM3 ${kept.sm3.slice(0, 16)}……`);
      close();
    });
  return (
    <form
      className="alert-upload"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void send();
      }}
    >
      <label>
        文件
        <input
          type="file"
          accept={KINDS}
          onChange={({ target }) => choose(target.files?.[0] ?? null)}
        />
      </label>
      {isTooBig && <p className="mark bad">文件超过 20 MB（本地默认）</p>}
      <label>
        从哪里来、说明什么
        <Input value={because} maxLength={1000} onChange={({ target }) => say(target.value)} />
      </label>
      {deed.isRunning && (
        <p role="status">
          <progress max={1} value={share} /> 已上传 {Math.round(share * 100)}%
        </p>
      )}
      {deed.problem && <ProblemNote problem={deed.problem} />}
      <div className="tools">
        <Button htmlType="submit" type="primary" disabled={!isReady} loading={deed.isRunning}>
          上传
        </Button>
        <Button onClick={close} disabled={deed.isRunning}>
          取消
        </Button>
      </div>
    </form>
  );
}
