import { useAddress } from '../address/use-address.js';
import { choiceIn } from '../address/address.js';
import type { UnitLine } from '../api/inbox.js';
import { useAsked } from '../api/use-asked.js';
import { TabsInAddress } from '../desk/tabs-in-address.js';
import { useMay, usePerson } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { DutiesTab } from './duties-tab.js';
import { HandOversTab } from './hand-overs-tab.js';
import { MessagesTab } from './messages-tab.js';
import { UnitChoice } from './unit-choice.js';
import { WaitingHandOvers } from './waiting-hand-overs.js';
import '../desk/desk.css';
import './inbox.css';

const TABS = ['messages', 'duties', 'handovers'] as const;
const WORDS = { messages: '消息', duties: '应办事项', handovers: '移送与回执' } as const;

/** What a unit was told and has to do; the office may look at any unit's. */
export default function InboxScreen() {
  const { data: units, problem, again } = useAsked<readonly UnitLine[]>('units');
  if (problem && !units) return <ProblemNote problem={problem} again={again} />;
  if (!units) return <Waiting />;
  return <Inbox units={units} again={again} />;
}

interface InboxProps {
  readonly units: readonly UnitLine[];
  readonly again: () => Promise<void>;
}

function Inbox({ units, again }: InboxProps) {
  const { query } = useAddress();
  const person = usePerson();
  const may = useMay();
  const wanted = query.get('unit') ?? person.unit.code;
  const unit = units.find(({ code }) => code === wanted) ?? units[0];
  const open = TABS.filter((tab) => tab !== 'handovers' || may('handovers.read'));
  const tab = choiceIn(query, 'tab', open, 'messages');
  if (!unit) return <p className="mishap">您的账号不属于任何成员单位，没有收件箱。</p>;
  const isOwn = unit.code === person.unit.code;
  return (
    <section className="screen">
      <header>
        <h1>
          单位收件箱<small className="inbox-of">{unit.name}</small>
        </h1>
        <UnitFigures unit={unit} />
        {units.length > 1 && <UnitChoice units={units} current={unit.code} />}
      </header>
      {may('handovers.answer') && isOwn && <WaitingHandOvers />}
      <TabsInAddress
        label="收件箱的内容"
        current={tab}
        tabs={open.map((one) => [one, WORDS[one]] as const)}
        keeps={['unit']}
      />
      {tab === 'messages' && (
        <MessagesTab key={unit.code} unit={unit.code} isOwn={isOwn} seen={again} />
      )}
      {tab === 'duties' && (
        <DutiesTab key={unit.code} unit={unit.code} isOwn={isOwn} changed={again} />
      )}
      {tab === 'handovers' && <HandOversTab />}
    </section>
  );
}

/** What lies before the unit, at a glance. */
function UnitFigures({ unit }: { readonly unit: UnitLine }) {
  const { unread, standing, overdue, paused } = unit;
  return (
    <div className="inbox-figures" role="status">
      <span>
        未读 <b>{unread}</b>
      </span>
      <span>
        未办 <b>{standing}</b>
      </span>
      <span className={overdue > 0 ? 'inbox-late' : ''}>
        逾期 <b>{overdue}</b>
      </span>
      {paused > 0 && (
        <span>
          暂停计时 <b>{paused}</b>
        </span>
      )}
    </div>
  );
}
