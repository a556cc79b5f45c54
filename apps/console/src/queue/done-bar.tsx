import { useEffect } from 'react';
import { Button } from 'antd';
import type { LastDone } from './use-acts.js';

/** How long something can be taken back here. */
const SHOWN = 10_000;

interface DoneBarProps {
  readonly last: LastDone;
  readonly nameOf: (id: string) => string;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
}

/** What was done last, with a way back for ten seconds; what failed stays until it was read. */
export function DoneBar({ last, nameOf, undo, forget }: DoneBarProps) {
  const { words, failed } = last;
  useEffect(() => {
    if (failed.length > 0) return;
    const timer = window.setTimeout(forget, SHOWN);
    return () => window.clearTimeout(timer);
  }, [last, failed, forget]);
  return (
    <div className="queue-done" role="status">
      <span>{words}</span>
      {last.undo.length > 0 && (
        <Button size="small" onClick={() => void undo()}>
          撤销
        </Button>
      )}
      <Button size="small" type="link" onClick={forget}>
        知道了
      </Button>
      {failed.length > 0 && (
        <ul>
          {failed.map(({ id, because }) => (
            <li key={id}>
              {nameOf(id)}：{because}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
