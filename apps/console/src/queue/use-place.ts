import { useCallback, useEffect, useRef, useState } from 'react';
import { notePlace, placeHere } from '../address/browser-address.js';
import { linkIdOf } from './queue-columns.js';

/** Gives the keyboard to an alert of the list. */
export function focusOn(id: string): void {
  const link = document.querySelector<HTMLElement>(`#${linkIdOf(id)} a`);
  link?.focus({ preventScroll: true });
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

/** The alert that somebody is at, and how another becomes it; Back finds it again, and the keyboard with it. */
export function usePlace(ids: readonly string[]): readonly [string | null, (id: string) => void] {
  const [at, setAt] = useState(placeHere);
  const returning = useRef(at);
  useEffect(() => {
    const comeBack = (): void => {
      returning.current = placeHere();
      setAt(returning.current);
    };
    window.addEventListener('popstate', comeBack);
    return () => window.removeEventListener('popstate', comeBack);
  }, []);
  const isThere = at !== null && ids.includes(at);
  useEffect(() => {
    if (!isThere || returning.current !== at) return;
    returning.current = null;
    // The frame first gives the keyboard to the screen as a whole.
    window.setTimeout(() => focusOn(at), 0);
  }, [at, isThere]);
  const enter = useCallback((id: string) => {
    returning.current = null;
    setAt(id);
    notePlace(id);
  }, []);
  return [at, enter];
}
