import { Link } from '../address/link.js';
import type { ScreenProps } from '../screen.js';
import { usePerson } from '../shell/session-context.js';
import { MessageView } from './message-view.js';
import '../desk/desk.css';
import './inbox.css';

/** A message as a screen of its own. */
export default function MessageScreen({ places }: ScreenProps) {
  const { unit = '', id = '' } = places;
  const person = usePerson();
  return (
    <section className="screen">
      <header>
        <h1>收件箱消息</h1>
        <Link to={`inbox?unit=${unit}`}>回到收件箱</Link>
      </header>
      <MessageView key={id} unit={unit} id={id} isOwn={unit === person.unit.code} />
    </section>
  );
}
