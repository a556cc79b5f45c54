import { useRef, useState, type DragEvent } from 'react';
import { Button } from 'antd';
import { send } from '../api/ask.js';
import type { ImportList, ImportView } from '../api/intake.js';
import { Problem } from '../api/problem.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import { sizeWords } from '../shown/size-words.js';

interface UploadBoxProps {
  readonly limits: ImportList['limits'];
  /** An earlier import that this file corrects: its source and mapping hold again. */
  readonly after?: string;
  readonly done: (view: ImportView) => void;
}

const HOUR = 3_600_000;

/** Where a file is dropped or chosen; it is only looked at, nothing goes in yet. */
export function UploadBox({ limits, after, done }: UploadBoxProps) {
  const chosen = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const deed = useDeed();
  const take = (file: File | undefined): void => {
    if (!file) return;
    void deed.run(async () => done(await upload(file, limits, after)));
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={isOver ? 'intake-drop over' : 'intake-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <Button type="primary" loading={deed.isRunning} onClick={() => chosen.current?.click()}>
        {after === undefined ? '选择文件' : '选择更正后的文件'}
      </Button>
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label="要导入的文件"
        accept=".xlsx,.csv,.txt,.tsv,.jsonl,.ndjson,.json"
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      <p>
        或者把文件拖到这里。可以是 .xlsx、.csv（UTF-8 或
        GBK）、.jsonl；按内容识别，不看扩展名。先预览、核对，确认后才导入。
      </p>
      <p className="soft">
        不超过 {sizeWords(limits.largestBytes)}、{limits.mostRows.toLocaleString('en')}{' '}
        行。导入一结束文件即从服务器删除；没有导入的 {Math.round(limits.keepsUpload / HOUR)}{' '}
        小时后删除。
      </p>
      {deed.problem && <ProblemNote problem={deed.problem} />}
    </div>
  );
}

function upload(
  file: File,
  { largestBytes }: ImportList['limits'],
  after: string | undefined,
): Promise<ImportView> {
  if (file.size > largestBytes)
    throw new Problem(
      ...([
        422,
        '文件过大',
        `“${file.name}”有 ${sizeWords(file.size)}，上限 ${sizeWords(largestBytes)}，请分成几个文件`,
      ] as const),
    );
  const asked = new URLSearchParams({
    name: file.name,
    modifiedAt: new Date(file.lastModified).toISOString(),
    ...(after === undefined ? {} : { after }),
  });
  return send<ImportView>(`imports?${asked.toString()}`, file);
}
