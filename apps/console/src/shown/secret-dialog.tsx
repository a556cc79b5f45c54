import type { ReactNode } from 'react';
import { Dialog } from './dialog.js';
import { ShownOnce } from './shown-once.js';

interface SecretDialogProps {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  /** What to do with it. */
  readonly advice: string;
  readonly close: () => void;
  readonly children?: ReactNode;
}

/** Shows a secret that the server will never tell again; closes only by saying that it was noted. */
export function SecretDialog({ title, label, secret, advice, close, children }: SecretDialogProps) {
  return (
    <Dialog
      title={title}
      okText="已经记下"
      footer={(_, { OkBtn }) => <OkBtn />}
      closable={false}
      keyboard={false}
      onOk={close}
    >
      <ShownOnce label={label} secret={secret} advice={advice} />
      {children && <div className="after-secret">{children}</div>}
    </Dialog>
  );
}
