import type { DutyLine } from '../api/inbox.js';
import { LOCAL_DEFAULT } from '../shown/words.js';
import { dutyWord, roleWord } from '../desk/desk-words.js';
import { DutyMark } from '../desk/duty-mark.js';
import { When } from '../shown/when.js';

interface UnitDutiesProps {
  readonly duties: readonly DutyLine[];
  readonly unit: string;
}

/** What a unit owes for an alert, until when, and what became of it. */
export function UnitDuties({ duties, unit }: UnitDutiesProps) {
  const own = duties.filter((duty) => duty.unit === unit);
  if (own.length === 0) return null;
  return (
    <section className="desk-card">
      <h2>本单位应办</h2>
      <table className="desk-plain">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">职责</th>
            <th scope="col">时限（{LOCAL_DEFAULT}）</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {own.map((duty) => (
            <tr key={duty.id}>
              <td>
                {dutyWord(duty.kind)}
                {duty.subject !== '' && <span className="desk-sub">{duty.subject}</span>}
              </td>
              <td>{roleWord(duty.role)}</td>
              <td>
                <When at={duty.dueAt} />
                {duty.dueAt !== duty.firstDueAt && (
                  <span className="desk-sub">
                    原为 <When at={duty.firstDueAt} />
                  </span>
                )}
              </td>
              <td>
                <DutyMark duty={duty} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
