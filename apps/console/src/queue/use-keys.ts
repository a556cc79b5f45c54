import { useEffect, useRef } from 'react';
import { actOf, type KeyAct } from './keys.js';

/** Lets keys do things, wherever the focus is, as long as they do not rest. */
export function useKeys(acts: Readonly<Record<KeyAct, () => void>>, isResting: boolean): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    if (isResting) return;
    const press = (event: KeyboardEvent): void => {
      const act = actOf(pressedIn(event));
      if (act === null) return;
      event.preventDefault();
      current.current[act]();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isResting]);
}

function pressedIn(event: KeyboardEvent) {
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
