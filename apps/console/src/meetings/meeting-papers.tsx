import { Button } from 'antd';
import { saveFile } from '../api/save-file.js';
import type { MeetingFacts } from '../api/meetings.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';

const PAPERS = [
  ['agenda', '会议议程'],
  ['minutes', '会议纪要'],
] as const;

/** The papers of a meeting as they stand now, to be filled in and printed. */
export function MeetingPapers({ meeting: { id, heldOn } }: { readonly meeting: MeetingFacts }) {
  const deed = useDeed();
  const save = (code: string, title: string): void =>
    void deed.run(() => saveFile(`meetings/${id}/papers/${code}`, {}, `${title} ${heldOn}.docx`));
  return (
    <>
      <div className="desk-acts">
        <span>下载：</span>
        {PAPERS.map(([code, title]) => (
          <Button
            key={code}
            size="small"
            loading={deed.isRunning}
            onClick={() => save(code, title)}
          >
            {title}（DOCX）
          </Button>
        ))}
      </div>
      {deed.problem && <ProblemNote problem={deed.problem} />}
    </>
  );
}
