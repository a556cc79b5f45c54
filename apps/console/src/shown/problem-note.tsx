import { Alert, Button } from 'antd';
import type { Problem } from '../api/problem.js';

interface ProblemNoteProps {
  readonly problem: Problem;
  /** Tries again; left out where that makes no sense. */
  readonly again?: () => Promise<void>;
}

/** Says why something did not work, in the words of the server. */
export function ProblemNote({ problem, again }: ProblemNoteProps) {
  return (
    <Alert
      type="error"
      showIcon
      title={problem.title}
      description={problem.detail}
      action={again && <Button onClick={() => void again()}>再试一次</Button>}
    />
  );
}
