import { useEffect, useRef } from 'react';

/** What each key does; keys rest while somebody types, an input method composes or a dialogue is open. */
export type Keys = Readonly<Record<string, () => void>>;

/** What of a key press decides whether it is a command. */
export interface Press {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** An input method that composes tells so, or by this code alone. */
const COMPOSING = 229;

/** The command of a press; null where it is none. */
export function commandIn(press: Press, isTyping: boolean): string | null {
  const { key, keyCode, isComposing, ctrlKey, metaKey, altKey } = press;
  if (isTyping || isComposing || keyCode === COMPOSING || ctrlKey || metaKey || altKey) return null;
  return key.length === 1 ? key.toLowerCase() : null;
}

/** Listens for single keys as long as the screen is there. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const command = commandIn(event, isTyping(event.target));
      const act = command === null ? undefined : latest.current[command];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
