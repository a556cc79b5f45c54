import { useRef, useState } from 'react';
import { Button, Progress } from 'antd';
import { Problem, problemIn } from '../api/problem.js';
import { ProblemNote } from '../shown/problem-note.js';
import { MOST_BYTES, TAKEN_FILES, uploadFile, type UploadedFile } from './upload-file.js';

interface FileDropProps {
  readonly alertId: string;
  readonly files: readonly UploadedFile[];
  readonly add: (file: UploadedFile) => void;
}

/** Takes files one after another, at once, and shows how far each has come. */
export function FileDrop({ alertId, files, add }: FileDropProps) {
  const field = useRef<HTMLInputElement>(null);
  const [underway, setUnderway] = useState<{ readonly name: string; readonly part: number } | null>(
    null,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (chosen: readonly File[]): Promise<void> => {
    setProblem(null);
    try {
      for (const file of chosen) {
        refuseHuge(file);
        setUnderway({ name: file.name, part: 0 });
        add(
          await uploadFile(alertId, file, '反馈附件', (part) =>
            setUnderway({ name: file.name, part }),
          ),
        );
      }
    } catch (error) {
      setProblem(problemIn(error));
    } finally {
      setUnderway(null);
      if (field.current) field.current.value = '';
    }
  };
  return (
    <div className="inbox-files">
      <input
        ref={field}
        type="file"
        multiple
        accept={TAKEN_FILES}
        className="inbox-file"
        aria-label="选择附件"
        onChange={({ target }) => void take(Array.from(target.files ?? []))}
      />
      <Button disabled={underway !== null} onClick={() => field.current?.click()}>
        添加附件
      </Button>{' '}
      <span className="soft">pdf、docx、xlsx、图片、zip、txt，每个不超过 20 MB</span>
      {underway && (
        <div role="status">
          正在上传 {underway.name}
          <Progress percent={Math.round(underway.part * 100)} size="small" />
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      <ul>
        {files.map(({ id, name }) => (
          <li key={id}>✓ {name}</li>
        ))}
      </ul>
    </div>
  );
}

function refuseHuge({ name, size }: File): void {
  if (size > MOST_BYTES)
    throw new Problem(413, '文件太大', `${name} 超过 20 MB，请压缩或拆分后再上传`);
}
