import { useRef, useState } from 'react';
import { problemIn, type Problem } from '../api/problem.js';

/** Something that somebody does, and what became of it. */
export interface Deed {
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  /** Does it; answers whether it worked. */
  readonly run: (deed: () => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Runs one deed after another, in the order they were wanted, and keeps why the last one failed. */
export function useDeed(): Deed {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const attempt = async (deed: () => Promise<void>): Promise<boolean> => {
    setProblem(null);
    try {
      await deed();
      return true;
    } catch (error) {
      setProblem(problemIn(error));
      return false;
    }
  };
  const run = async (deed: () => Promise<void>): Promise<boolean> => {
    setRunning(true);
    const own = last.current.then(() => attempt(deed));
    last.current = own;
    const isDone = await own;
    if (last.current === own) setRunning(false);
    return isDone;
  };
  return { isRunning, problem, run, forget: () => setProblem(null) };
}
