import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { Answers, type Answer } from './answers.js';
import { ask } from './ask.js';

/** What an address of the API answered so far, and how to ask it again. */
export interface Asked<T> extends Answer<T> {
  readonly again: () => Promise<void>;
  /** Asks by itself: no sign of life, and nothing moves until the answer is there. */
  readonly look: () => Promise<void>;
}

const answers = new Answers(ask);
const UNASKED: Answer<never> = { data: null, problem: null, isAsking: false };

/** Asks an address of the API as soon as a screen needs it; null asks nothing. */
export function useAsked<T>(path: string | null): Asked<T> {
  const read = (): Answer<unknown> => (path === null ? UNASKED : answers.read(path));
  const answer = useSyncExternalStore(answers.follow, read) as Answer<T>;
  const again = useCallback(
    () => (path === null ? Promise.resolve() : answers.refresh(path)),
    [path],
  );
  const look = useCallback(() => (path === null ? Promise.resolve() : answers.look(path)), [path]);
  useEffect(() => void again(), [again]);
  return { ...answer, again, look };
}
