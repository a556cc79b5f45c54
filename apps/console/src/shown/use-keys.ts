import { useEffect, useRef } from 'react';
import { commandIn, type Press } from './command-key.js';

/** What each key does; keys rest while somebody types, an input method composes or a dialogue is open. */
export type Keys = Readonly<Record<string, () => void>>;

/** Listens for single keys, wherever the focus is, as long as the screen is there. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector('[aria-modal="true"]')) return;
      const command = commandIn(pressIn(event));
      const act = command === null ? undefined : latest.current[command];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function pressIn(event: KeyboardEvent): Press {
  const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
  const element = target instanceof HTMLElement ? target : document.body;
  // Old, but the only sign by which some browsers tell that an input method took the key.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { keyCode } = event;
  // A box that is ticked is no field to write in: whoever ticked it goes on by the keyboard.
  const isBox = element instanceof HTMLInputElement && element.type === 'checkbox';
  const at = { tag: isBox ? 'BOX' : element.tagName, isWritten: element.isContentEditable };
  return { key, ctrlKey, metaKey, altKey, isComposing, keyCode, at };
}
