import { Button } from 'antd';
import { Link } from '../address/link.js';
import type { MeetingFacts } from '../api/meetings.js';
import { useMay } from '../shell/session-context.js';
import { agendaKind } from './agenda-words.js';

interface AgendaProps {
  readonly meeting: MeetingFacts;
  /** Begins a decision on an item; null for who does not hold meetings. */
  readonly decide: ((item: number) => void) | null;
}

/** What the meeting talks about, as it stood when it was prepared. */
export function Agenda({ meeting, decide }: AgendaProps) {
  const { agenda, unitNames, decisions } = meeting;
  const may = useMay();
  return (
    <section className="desk-card">
      <h2>议题（{agenda.length}）</h2>
      {agenda.length === 0 && <p className="soft">准备会议时没有未了结的事项。</p>}
      {agenda.length > 0 && (
        <table className="desk-plain">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">种类</th>
              <th scope="col">事项</th>
              <th scope="col">单位</th>
              <th scope="col">情况</th>
              {decide && <th scope="col">操作</th>}
            </tr>
          </thead>
          <tbody>
            {agenda.map(({ no, kind, alertId, subject, unit, because }) => (
              <tr key={no}>
                <td>{no}</td>
                <td className="whole">{agendaKind(kind)}</td>
                <td>
                  {alertId !== null && may('alerts.read') ? (
                    <Link to={`alerts/${alertId}`}>{subject}</Link>
                  ) : (
                    subject
                  )}
                </td>
                <td>{unit === null ? '' : (unitNames[unit] ?? unit)}</td>
                <td>{because}</td>
                {decide && (
                  <td className="whole">
                    <Button size="small" onClick={() => decide(no)}>
                      {decisions.some(({ item }) => item === no) ? '再作决定' : '作决定'}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
