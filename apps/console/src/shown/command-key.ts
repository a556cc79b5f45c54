/** What of a key press decides whether it is a command. */
export interface Press {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Where the focus is: the name of the element, and whether one writes there. */
  readonly at: { readonly tag: string; readonly isWritten: boolean };
}

/** What browsers say of a key that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;
const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT'];
const PRESSED_THEMSELVES = ['A', 'BUTTON', 'SUMMARY'];
/** Signs as an input method for Chinese writes them. */
const WIDE: Readonly<Record<string, string>> = { '？': '?', '／': '/' };

/** The command of a press; null while an input method composes, somebody writes, or another key is held. */
export function commandIn(press: Press): string | null {
  const { key, at } = press;
  if (press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (at.isWritten || FIELDS.includes(at.tag)) return null;
  if (key === 'Enter' && PRESSED_THEMSELVES.includes(at.tag)) return null;
  return key.length === 1 ? (WIDE[key] ?? key.toLowerCase()) : key;
}
