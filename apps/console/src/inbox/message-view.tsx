import { useEffect } from 'react';
import { Link } from '../address/link.js';
import { tell } from '../api/ask.js';
import type { InboxMessage } from '../api/inbox.js';
import { useAsked } from '../api/use-asked.js';
import { TierMark } from '../shown/tier-mark.js';
import { stageWord } from '../shown/words.js';
import { messageKind } from '../desk/desk-words.js';
import { useMay } from '../shell/session-context.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { AlertDesk } from './alert-desk.js';
import { titleOf } from './message-title.js';

interface MessageViewProps {
  readonly unit: string;
  readonly id: string;
  readonly isOwn: boolean;
}

/** What a unit was told, and what it can do about it. Whom it was sent to has read it by opening it. */
export function MessageView({ unit, id, isOwn }: MessageViewProps) {
  const path = `units/${unit}/inbox/${id}`;
  const { data: message, problem, again } = useAsked<InboxMessage>(path);
  const may = useMay();
  const isToBeRead = message?.isMine === true && message.readAt === null;
  useEffect(() => {
    if (isToBeRead) void tell(`${path}/read`, { because: '打开阅读' }).then(again, () => undefined);
  }, [isToBeRead, path, again]);
  if (problem && !message) return <ProblemNote problem={problem} again={again} />;
  if (!message) return <Waiting />;
  return (
    <div className="screen">
      <section className="desk-card">
        <h2>{titleOf(message)}</h2>
        <MessageFacts message={message} />
        {message.body === null ? (
          <p className="soft">正文没有留存，请看所涉的预警。</p>
        ) : (
          <pre className="desk-said inbox-body">{message.body}</pre>
        )}
      </section>
      {message.alertId !== null && may('alerts.read') && (
        <AlertDesk alertId={message.alertId} unit={unit} isOwn={isOwn} changed={again} />
      )}
    </div>
  );
}

function MessageFacts({ message }: { readonly message: InboxMessage }) {
  const { alertId, bulletinId, recipient, entityName, tier, stage, at, readAt, readBy } = message;
  return (
    <Facts
      lines={[
        ['种类', messageKind(message)],
        ['收到', <When at={at} />],
        ['收件人', recipient],
        ['已读', readAt === null ? unreadWords(message) : <ReadWords at={readAt} by={readBy} />],
        [
          '预警',
          alertId === null ? null : (
            <>
              <Link to={`alerts/${alertId}`}>
                {entityName ?? ''}（预警 {alertId}）
              </Link>{' '}
              <TierMark tier={tier} /> {stage === null ? '' : stageWord(stage)}
            </>
          ),
        ],
        ['简报', bulletinId === null ? null : <Link to={`bulletins/${bulletinId}`}>打开简报</Link>],
      ]}
    />
  );
}

/** That it stays unread although somebody looks at it. */
const unreadWords = ({ isMine, recipient }: InboxMessage): string | null =>
  isMine ? null : `还没有，待${recipient ?? '收件人'}本人打开`;

const ReadWords = ({ at, by }: { readonly at: string; readonly by: string | null }) => (
  <>
    <When at={at} /> {by ?? ''}
  </>
);
