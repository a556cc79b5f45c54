import { Dialog } from '../shown/dialog.js';
import { KEYS } from './keys.js';

const SHOWN: Readonly<Record<string, string>> = {
  ...{ ArrowDown: '↓', ArrowUp: '↑', Enter: '回车', Escape: 'Esc' },
};

/** The keys of the queue. */
export function HelpDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title="快捷键" okText="知道了" onOk={close} onCancel={close} cancelButtonProps={HIDDEN}>
      <dl className="queue-keys">
        {KEYS.map(({ keys, words }) => (
          <div key={words}>
            <dt>
              {keys
                .filter((key) => key !== '？')
                .map((key) => (
                  <kbd key={key}>{SHOWN[key] ?? key}</kbd>
                ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">输入法正在组字、或者光标在输入框里时，快捷键不起作用。</p>
    </Dialog>
  );
}

const HIDDEN = { className: 'queue-hidden' };
