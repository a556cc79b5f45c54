import { Modal, type ModalProps } from 'antd';
import { useFocusBack } from './use-focus-back.js';

/** A dialogue that is open as long as it is drawn; a click beside it loses nothing that was typed. */
export function Dialog(props: ModalProps) {
  useFocusBack();
  return <Modal open centered mask={{ closable: false }} {...props} />;
}
