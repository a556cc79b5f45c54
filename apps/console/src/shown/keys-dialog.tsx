import { Dialog } from './dialog.js';
import './keys.css';

interface KeysDialogProps {
  /** The keys that do the same, and what they do. */
  readonly lines: readonly (readonly [keys: readonly string[], words: string])[];
  readonly close: () => void;
}

const SHOWN: Readonly<Record<string, string>> = {
  ...{ ArrowDown: '↓', ArrowUp: '↑', Enter: '回车', Escape: 'Esc' },
};

/** Which key does what on a screen. */
export default function KeysDialog({ lines, close }: KeysDialogProps) {
  return (
    <Dialog title="快捷键" footer={null} onCancel={close}>
      <dl className="keys">
        {lines.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{SHOWN[key] ?? key.toUpperCase()}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">在输入框里、输入法选字时、对话框打开时不起作用。</p>
    </Dialog>
  );
}
