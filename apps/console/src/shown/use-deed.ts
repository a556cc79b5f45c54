import { useState } from 'react';
import { problemIn, type Problem } from '../api/problem.js';

/** Something that somebody does, and what became of it. */
export interface Deed {
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  /** Does it; answers whether it worked. */
  readonly run: (deed: () => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Runs one deed at a time and keeps why the last one failed. */
export function useDeed(): Deed {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (deed: () => Promise<void>): Promise<boolean> => {
    setRunning(true);
    setProblem(null);
    try {
      await deed();
      return true;
    } catch (error) {
      setProblem(problemIn(error));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, problem, run, forget: () => setProblem(null) };
}
