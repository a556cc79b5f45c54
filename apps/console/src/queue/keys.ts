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
  { keys: ['n'], act: 'note', words: '备注' },
  { keys: ['u'], act: 'undo', words: '撤销刚才的操作' },
  { keys: ['/'], act: 'search', words: '搜索' },
  { keys: ['?'], act: 'help', words: '快捷键说明' },
  { keys: ['Escape'], act: 'leave', words: '取消选择' },
];
