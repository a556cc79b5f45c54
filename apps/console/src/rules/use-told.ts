import { useEffect, useState } from 'react';
import { tell } from '../api/ask.js';
import { problemIn, type Problem } from '../api/problem.js';

/** What the house answered last to what is being typed. */
export interface Told<T> {
  /** The last answer, though it may be to what was typed before; null before the first. */
  readonly data: T | null;
  readonly problem: Problem | null;
  /** Whether the answer to what stands there now is still on its way. */
  readonly isAsking: boolean;
}

const NOTHING: Told<never> = { data: null, problem: null, isAsking: false };

/** Asks with a body once it has not changed for a moment; only the answer to the latest counts. Null asks nothing. */
export function useTold<T>(path: string, body: object | null, pause = 350): Told<T> {
  const [told, setTold] = useState<Told<T>>(NOTHING);
  const asked = body === null ? null : JSON.stringify(body);
  useEffect(() => {
    if (asked === null) return;
    let isLatest = true;
    const ask = async (): Promise<void> => {
      setTold((before) => ({ ...before, isAsking: true }));
      try {
        const data = await tell<T>(path, JSON.parse(asked) as object);
        if (isLatest) setTold({ data, problem: null, isAsking: false });
      } catch (error) {
        if (isLatest) setTold(({ data }) => ({ data, problem: problemIn(error), isAsking: false }));
      }
    };
    const waiting = window.setTimeout(() => void ask(), pause);
    return () => {
      isLatest = false;
      window.clearTimeout(waiting);
    };
  }, [path, asked, pause]);
  return asked === null ? NOTHING : told;
}
