import { useCallback, useEffect, useState } from 'react';
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
  const [view, setView] = useState<ImportView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useCallback(
    async (isRefresh: boolean, signal?: AbortSignal): Promise<void> => {
      try {
        const asking = { isRefresh, ...(signal ? { signal } : {}) };
        setView(await ask<ImportView>(`imports/${id}`, asking));
        setProblem(null);
      } catch (error) {
        if (signal?.aborted !== true) setProblem(problemIn(error));
      }
    },
    [id],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void read(false, leaving.signal);
    return () => leaving.abort();
  }, [read]);
  const isRunning = view?.job.state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    const looking = window.setInterval(() => void read(true), SECOND);
    return () => window.clearInterval(looking);
  }, [isRunning, read]);
  return { view, problem, show: setView, again: () => read(false) };
}
