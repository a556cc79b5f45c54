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

/** The last answer, and to what it was given. */
interface Heard<T> extends Pick<Told<T>, 'data' | 'problem'> {
  readonly to: string | null;
}

const NOTHING: Told<never> = { data: null, problem: null, isAsking: false };

/** Asks with a body once it has not changed for a moment; only the answer to the latest counts. Null asks nothing. */
export function useTold<T>(path: string, body: object | null, pause = 350): Told<T> {
  const [{ to, data, problem }, setHeard] = useState<Heard<T>>({ ...NOTHING, to: null });
  const asked = body === null ? null : JSON.stringify(body);
  useEffect(() => {
    if (asked === null) return;
    let isLatest = true;
    const hear = (heard: (before: Heard<T>) => Heard<T>): void => {
      if (isLatest) setHeard(heard);
    };
    const ask = (): void =>
      void tell<T>(path, JSON.parse(asked) as object).then(
        (told) => hear(() => ({ to: asked, data: told, problem: null })),
        (error: unknown) => hear((before) => ({ ...before, to: asked, problem: problemIn(error) })),
      );
    const waiting = window.setTimeout(ask, pause);
    return () => {
      isLatest = false;
      window.clearTimeout(waiting);
    };
  }, [path, asked, pause]);
  // Not answered from the very keystroke on, and not only once the pause is over.
  return asked === null ? NOTHING : { data, problem, isAsking: to !== asked };
}
