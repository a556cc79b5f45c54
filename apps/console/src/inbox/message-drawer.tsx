import { Link } from '../address/link.js';
import { Side } from '../shown/side.js';
import { MessageView } from './message-view.js';

interface MessageDrawerProps {
  readonly unit: string;
  readonly id: string;
  readonly isOwn: boolean;
  readonly close: () => void;
}

/** A message beside the list, with what can be done about it. */
export function MessageDrawer({ unit, id, isOwn, close }: MessageDrawerProps) {
  return (
    <Side
      width={680}
      title="消息"
      extra={<Link to={`inbox/${unit}/${id}`}>单独打开</Link>}
      close={close}
    >
      <MessageView {...{ unit, id, isOwn }} />
    </Side>
  );
}
