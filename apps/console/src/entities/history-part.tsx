import { useMemo } from 'react';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { EntityHistory, HistoryEvent } from '../api/entity-parts.js';
import type { Asked } from '../api/use-asked.js';
import { Chart } from '../charts/chart.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { AsOfSlider } from './as-of-slider.js';
import { stepAt, stepsOf } from './as-of-steps.js';
import { eventReason, eventWords, scoreText } from './entity-words.js';
import { historyChart } from './history-chart.js';
import { KnownThen } from './known-then.js';

interface HistoryPartProps {
  readonly id: string;
  readonly asked: Asked<EntityHistory>;
}

/** The index over time with what happened on it, and what was known on any of its days. */
export function HistoryPart({ id, asked: { data, problem, again } }: HistoryPartProps) {
  if (problem && !data) return <ProblemNote problem={problem} again={again} />;
  return data ? <History id={id} history={data} /> : <Waiting />;
}

function History({ id, history }: { readonly id: string; readonly history: EntityHistory }) {
  const { query, change } = useAddress();
  const today = chinaDay(useServerTime());
  const steps = useMemo(() => stepsOf(history), [history]);
  const day = steps[stepAt(steps, query.get('when'))]?.day ?? null;
  const option = useMemo(
    () => historyChart(history, `${today}T15:59:59Z`, day),
    [history, today, day],
  );
  return (
    <>
      <section className="entity-box">
        <h2>指数和经过</h2>
        {history.points.length === 0 ? (
          <p className="soft">还没有指数：没有计入的线索。</p>
        ) : (
          <Chart option={option} description={chartWords(history)} height={280} />
        )}
        <AsOfSlider
          steps={steps}
          day={day}
          choose={(when) => change({ when }, { isInPlace: true })}
        />
      </section>
      {day !== null && <KnownThen id={id} day={day} />}
      <Events events={history.events} day={day} isCut={history.isCut} />
    </>
  );
}

const chartWords = ({ points, events }: EntityHistory): string => {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return '没有指数';
  return `指数从 ${chinaDay(first.at)} 的 ${scoreText(first.score)} 到 ${chinaDay(last.at)} 的 ${scoreText(last.score)}，其间 ${String(events.length)} 件事；逐件列在下表`;
};

interface EventsProps {
  readonly events: readonly HistoryEvent[];
  readonly day: string | null;
  readonly isCut: boolean;
}

function Events({ events, day, isCut }: EventsProps) {
  const latest = [...events].reverse();
  return (
    <section className="entity-box">
      <h2>经过（{events.length} 件，最近的在前）</h2>
      {isCut && <p className="soft">更早的没有全部列出。</p>}
      <div className="entity-scroll" tabIndex={0} role="region" aria-label="经过">
        <table className="entity-table">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">什么事</th>
              <th scope="col">谁、为什么</th>
            </tr>
          </thead>
          <tbody>
            {latest.map((event, at) => (
              <tr key={at} aria-current={chinaDay(event.at) === day ? 'date' : undefined}>
                <td>
                  <When at={event.at} />
                </td>
                <td>
                  {eventWords(event)}
                  {event.kind === 'alert' && (
                    <>
                      　<Link to={`alerts/${event.alertId}`}>预警 {event.alertId}</Link>
                    </>
                  )}
                </td>
                <td>{eventReason(event)}</td>
              </tr>
            ))}
            {latest.length === 0 && (
              <tr>
                <td colSpan={3} className="soft">
                  没有经过
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
