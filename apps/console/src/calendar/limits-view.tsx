import type { CalendarYear } from '../api/calendar.js';
import { TierMark } from '../shown/tier-mark.js';
import { hoursOfDay, hoursWords } from './calendar-words.js';

/** Office hours, the limits of each tier, and the units that keep hours of their own. */
export function LimitsView({ year }: { readonly year: CalendarYear }) {
  const { hours, hoursBasis, units } = year;
  const own = units.filter((unit) => unit.hours !== null);
  return (
    <>
      <section>
        <h2>工作时段</h2>
        <p>
          全市：{hoursWords(hours)}，每个工作日 {hoursOfDay(hours)} 小时。依据：{hoursBasis}
          ；非法定。
        </p>
        <h2>有自己时段的单位</h2>
        {own.length === 0 ? (
          <p className="soft">没有：各单位都按全市的时段。</p>
        ) : (
          <ul>
            {own.map(({ code, name, hours: kept }) => (
              <li key={code}>
                {name}：{hoursWords(kept ?? [])}，每个工作日 {hoursOfDay(kept ?? [])} 小时
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>各级预警的时限</h2>
        <p className="soft">
          《防范和处置非法集资条例》只写“及时”“立即”，没有天数。工作小时只在上班时段内走；工作日从次日算起，到最后一日下班为止（《民法典》第二百零一条）。
        </p>
        <DeadlineTable year={year} />
      </section>
    </>
  );
}

function DeadlineTable({ year: { deadlines } }: { readonly year: CalendarYear }) {
  return (
    <div className="calendar-box">
      <table className="calendar-table">
        <thead>
          <tr>
            <th scope="col">等级</th>
            <th scope="col">适用</th>
            <th scope="col">签收</th>
            <th scope="col">核查答复</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map(({ branch, tier, acknowledge, answer, basis }) => (
            <tr key={`${branch ?? ''} ${tier}`}>
              <th scope="row">
                <TierMark tier={tier} />
              </th>
              <td>{branch ?? '一般'}</td>
              <td>{acknowledge}</td>
              <td>{answer}</td>
              <td>{basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
