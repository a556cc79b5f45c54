import type { Act } from './acts.js';
import { Dialog } from '../shown/dialog.js';
import { Facts } from '../shown/facts.js';

interface KeysHelpProps {
  readonly acts: readonly Act[];
  readonly close: () => void;
}

const ALWAYS = [
  ['J', '队列里的下一件'],
  ['K', '队列里的上一件'],
  ['U', '到附件，上传'],
  ['?', '这份说明'],
] as const;

/** Which key does what here; the keys rest while somebody types. */
export default function KeysHelp({ acts, close }: KeysHelpProps) {
  const own = acts.flatMap(({ key, title }) =>
    key === null ? [] : [[key.toUpperCase(), title] as const],
  );
  return (
    <Dialog title="快捷键" footer={null} onCancel={close}>
      <Facts lines={[...own, ...ALWAYS]} />
      <p className="soft">在输入框里、输入法选字时、对话框打开时不起作用。</p>
    </Dialog>
  );
}
