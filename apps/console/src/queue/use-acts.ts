import { useCallback, useState } from 'react';
import { tell } from '../api/ask.js';
import type { ManyDone } from '../api/queue.js';
import { useDeed, type Deed } from '../shown/use-deed.js';
import { bulkBody, doneWords, undoOf, type Act, type Target } from './acts.js';

/** What was done last, and how it can be taken back. */
export interface LastDone {
  readonly words: string;
  readonly failed: ManyDone['failed'];
  /** One body each; empty where no step leads back. */
  readonly undo: readonly object[];
}

/** Does things with alerts, and keeps the last one so that it can be taken back. */
export interface Acts {
  readonly deed: Deed;
  readonly last: LastDone | null;
  readonly run: (act: Act, target: Target) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
}

export function useActs(changed: () => Promise<void>): Acts {
  const deed = useDeed();
  const [last, setLast] = useState<LastDone | null>(null);
  const run = (act: Act, target: Target): Promise<boolean> =>
    deed.run(async () => {
      const outcome = await tell<ManyDone>('alerts/bulk', bulkBody(act, target));
      const { failed } = outcome;
      setLast({ words: doneWords(act, outcome), failed, undo: undoOf(act, outcome) });
      await changed();
    });
  const undo = async (): Promise<void> => {
    const bodies = last?.undo ?? [];
    if (bodies.length === 0) return;
    await deed.run(async () => {
      const failed: ManyDone['failed'][number][] = [];
      for (const body of bodies) failed.push(...(await tell<ManyDone>('alerts/bulk', body)).failed);
      setLast({ words: '已撤销', failed, undo: [] });
      await changed();
    });
  };
  return { deed, last, run, undo, forget: useCallback(() => setLast(null), []) };
}
