import { useState } from 'react';
import { Button } from 'antd';
import { tell } from '../api/ask.js';
import type { QueueView } from '../api/queue.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed } from '../shown/use-deed.js';
import type { ViewPlace } from './view-places.js';

interface MoveViewProps {
  readonly view: QueueView;
  readonly place: ViewPlace;
  readonly changed: () => Promise<void>;
}

/** Moves a view among those of its kind, one place at a time; for the whole unit where it is shared. */
export function MoveView({ view, place: { at, of }, changed }: MoveViewProps) {
  const deed = useDeed();
  const [said, say] = useState('');
  const move = (to: number): void => {
    // A button that were disabled meanwhile would lose the keyboard.
    if (deed.isRunning) return;
    void deed.run(async () => {
      await tell(`alert-views/${view.id}`, { place: to });
      await changed();
      say(`“${view.name}”已移到第 ${String(to)} 位`);
    });
  };
  if (of < 2) return null;
  return (
    <>
      <Button
        size="small"
        type="link"
        disabled={at === 1}
        aria-label={`前移视图“${view.name}”`}
        onClick={() => move(at - 1)}
      >
        ← 前移
      </Button>
      <Button
        size="small"
        type="link"
        disabled={at === of}
        aria-label={`后移视图“${view.name}”`}
        onClick={() => move(at + 1)}
      >
        后移 →
      </Button>
      <span className="queue-unseen" role="status">
        {said}
      </span>
      {deed.problem && <ProblemNote problem={deed.problem} />}
    </>
  );
}
