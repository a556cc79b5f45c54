import { Link } from '../address/link.js';
import type { NamedDuty } from '../api/inbox.js';
import { dutyWord, roleWord } from '../desk/desk-words.js';
import { DutyMark } from '../desk/duty-mark.js';
import { Facts } from '../shown/facts.js';
import { Side } from '../shown/side.js';
import { When } from '../shown/when.js';
import { AlertDesk } from './alert-desk.js';

interface DutyDrawerProps {
  readonly duty: NamedDuty;
  readonly isOwn: boolean;
  readonly close: () => void;
}

const nothing = (): Promise<void> => Promise.resolve();

/** A duty beside the list, and where it is done. */
export function DutyDrawer({ duty, isOwn, close }: DutyDrawerProps) {
  const { kind, subject, because, role, unit, unitName, openedAt, dueAt, alertId } = duty;
  return (
    <Side title={`${dutyWord(kind)}：${unitName}`} width={680} close={close}>
      <div className="screen">
        <section className="desk-card">
          <Facts
            lines={[
              ['状态', <DutyMark duty={duty} />],
              ['时限', <When at={dueAt} />],
              ['产生', <When at={openedAt} />],
              ['职责', roleWord(role)],
              ['事由', subject === '' ? null : subject],
              ['依据', because],
            ]}
          />
          {kind === 'task' && (
            <p className="soft">
              会议交办的事项在<Link to="meetings?state=open">联席会议</Link>里报告办结。
            </p>
          )}
        </section>
        {alertId !== null && <AlertDesk {...{ alertId, unit, isOwn }} changed={nothing} />}
      </div>
    </Side>
  );
}
