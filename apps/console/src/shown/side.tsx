import type { ReactNode } from 'react';
import { Drawer } from 'antd';
import { useFocusBack } from './use-focus-back.js';

interface SideProps {
  readonly title: string;
  readonly width: number;
  /** What stands at the end of the title. */
  readonly extra?: ReactNode;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** What slides in beside a list, open as long as it is drawn; the keyboard then goes back to where it was. */
export function Side({ title, width, extra, close, children }: SideProps) {
  useFocusBack();
  return (
    <Drawer open size={width} title={title} extra={extra} onClose={close}>
      {children}
    </Drawer>
  );
}
