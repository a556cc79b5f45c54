import { useEffect, useState } from 'react';
import type { ImportView } from '../api/intake.js';
import { ask } from '../api/ask.js';
import { problemIn, type Problem } from '../api/problem.js';

const SECOND = 1_000;

/** An import as it stands, looked at every second as long as it runs. */
export interface FollowedJob {
  readonly view: ImportView | null;
  readonly problem: Problem | null;
  readonly show: (view: ImportView) => void;
  readonly again: () => Promise<void>;
}

export function useJob(id: string): FollowedJob {
  const path = `imports/${id}`;
  const [view, setView] = useState<ImportView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const show = (next: ImportView): void => {
    setView(next);
    setProblem(null);
  };
  useEffect(() => {
    const leaving = new AbortController();
    ask<ImportView>(path, { signal: leaving.signal }).then(setView, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(problemIn(error));
    });
    return () => leaving.abort();
  }, [path]);
  const isRunning = view?.job.state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    const look = (): void =>
      void ask<ImportView>(path, { isRefresh: true }).then(setView, (error: unknown) =>
        setProblem(problemIn(error)),
      );
    const looking = window.setInterval(look, SECOND);
    return () => window.clearInterval(looking);
  }, [isRunning, path]);
  const again = (): Promise<void> =>
    ask<ImportView>(path).then(show, (error: unknown) => setProblem(problemIn(error)));
  return { view, problem, show, again };
}
