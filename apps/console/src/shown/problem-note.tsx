import { useEffect, useRef } from 'react';
import { Alert, Button } from 'antd';
import type { Problem } from '../api/problem.js';

interface ProblemNoteProps {
  readonly problem: Problem;
  /** Tries again; left out where that makes no sense. */
  readonly again?: () => Promise<void>;
}

/** Says why something did not work, in the words of the server. */
export function ProblemNote({ problem, again }: ProblemNoteProps) {
  const note = useRef<HTMLDivElement>(null);
  // At the end of a long form it would be said where nobody looks.
  useEffect(() => {
    // Within braces: newer browsers answer a promise, which React would take for what ends the effect.
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div ref={note}>
      <Alert
        type="error"
        showIcon
        title={problem.title}
        description={problem.detail}
        action={again && <Button onClick={() => void again()}>再试一次</Button>}
      />
    </div>
  );
}
