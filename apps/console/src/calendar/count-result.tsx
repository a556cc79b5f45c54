import type { Count, ToldCount } from '../api/calendar.js';
import { When } from '../shown/when.js';
import { DAY_MARKS, hoursWords } from './calendar-words.js';
import { partWords, sumWords, WHAT_WORDS } from './count-words.js';
import { WEEKDAYS, weekdayOf } from './months.js';

/** When it is due, and day by day why then. */
export function CountResult({ told }: { readonly told: ToldCount }) {
  const { from, unit, hours, counts } = told;
  return (
    <div className="calendar-counts" role="region" aria-label="结果">
      <p>
        <When at={from} /> 起，{unit.name}按{unit.hours ? '自己的时段' : '全市的时段'}{' '}
        {hoursWords(hours)}：
      </p>
      {counts.map((count) => (
        <CountedPart key={count.what} count={count} />
      ))}
    </div>
  );
}

function CountedPart({ count }: { readonly count: Count }) {
  const { what, allowance, due, basis, guessedYears, days } = count;
  return (
    <section>
      <h2>
        {WHAT_WORDS[what]}：
        <strong>
          <When at={due} /> 前
        </strong>
        （{allowance}
        {basis !== null && `；${basis}`}）
      </h2>
      <p>{sumWords(count)}</p>
      {guessedYears.length > 0 && (
        <p className="calendar-guess">
          ▲ {guessedYears.join('、')} 年的放假调休安排未录入，暂按法定节假日推算，届时可能变动。
        </p>
      )}
      <div className="calendar-box">
        <table className="calendar-table calendar-counted">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">星期</th>
              <th scope="col">标记</th>
              <th scope="col">怎样计</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day} className={day.part}>
                <th scope="row">{day.day}</th>
                <td>{WEEKDAYS[weekdayOf(day.day)]}</td>
                <td>{DAY_MARKS[day.kind]}</td>
                <td>{partWords(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
