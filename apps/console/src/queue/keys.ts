/** What a key of the queue does. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'open'
  | 'acknowledge'
  | 'assign'
  | 'decide'
  | 'note'
  | 'pick'
  | 'undo'
  | 'search'
  | 'help'
  | 'leave';

/** What of a key press matters. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  /** Where the focus is: the name of the element, and whether one writes there. */
  readonly at: { readonly tag: string; readonly isWritten: boolean };
}

/** One line a key, with what it is called in the help; the keys of a line do the same. */
export const KEYS: readonly {
  readonly keys: readonly string[];
  readonly act: KeyAct;
  readonly words: string;
}[] = [
  { keys: ['j', 'ArrowDown'], act: 'next', words: '下一条' },
  { keys: ['k', 'ArrowUp'], act: 'previous', words: '上一条' },
  { keys: ['Enter'], act: 'open', words: '打开' },
  { keys: ['x'], act: 'pick', words: '选中或取消选中' },
  { keys: ['a'], act: 'acknowledge', words: '签收' },
  { keys: ['g'], act: 'assign', words: '指定经办人' },
  { keys: ['d'], act: 'decide', words: '研判' },
  { keys: ['c'], act: 'note', words: '备注' },
  { keys: ['u'], act: 'undo', words: '撤销刚才的操作' },
  { keys: ['/'], act: 'search', words: '搜索' },
  { keys: ['?', '？'], act: 'help', words: '快捷键说明' },
  { keys: ['Escape'], act: 'leave', words: '取消选择' },
];

/** What browsers say of a key that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;
const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT'];
const PRESSED_THEMSELVES = ['A', 'BUTTON', 'SUMMARY'];

/** What a key press means; null while an input method composes, somebody writes, or another key is held. */
export function actOf(pressed: PressedKey): KeyAct | null {
  if (pressed.isComposing || pressed.keyCode === TAKEN_BY_INPUT_METHOD) return null;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const { tag, isWritten } = pressed.at;
  if (isWritten || FIELDS.includes(tag)) return null;
  if (pressed.key === 'Enter' && PRESSED_THEMSELVES.includes(tag)) return null;
  return KEYS.find(({ keys }) => keys.includes(pressed.key))?.act ?? null;
}
