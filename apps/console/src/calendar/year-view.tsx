import { Link } from '../address/link.js';
import type { CalendarYear } from '../api/calendar.js';
import { Mark } from '../shown/mark.js';
import { DAY_MARKS, sourceWords } from './calendar-words.js';
import { HolidayTable } from './holiday-table.js';
import { MonthCard } from './month-card.js';
import { monthsOf } from './months.js';

const [FIRST, LAST] = [2005, 2060];

/** A year as twelve small months, with where its days off come from. */
export function YearView({ year: shown }: { readonly year: CalendarYear }) {
  const { year, today, days, arrangement } = shown;
  return (
    <>
      <div className="calendar-year">
        {year > FIRST && <Link to={`calendar?year=${String(year - 1)}`}>上一年</Link>}
        <h2>{year} 年</h2>
        {year < LAST && <Link to={`calendar?year=${String(year + 1)}`}>下一年</Link>}
        <span>
          工作日共 {days.filter(({ works }) => works).length} 天，休息{' '}
          {days.filter(({ works }) => !works).length} 天
        </span>
      </div>
      <p>
        <Mark standing={arrangement === 'law' ? 'waiting' : 'good'}>
          {arrangement === 'law' ? '安排未录入' : '安排已录入'}
        </Mark>{' '}
        {sourceWords(shown)}
      </p>
      <Legend />
      <div className="calendar-months">
        {monthsOf(days).map((month) => (
          <MonthCard key={month.number} month={month} today={today} />
        ))}
      </div>
      <HolidayTable days={days} />
    </>
  );
}

const LEGEND = [
  ['holiday', '法定节假日和调休放假'],
  ['shifted', '为调休上班的周末'],
  ['weekend', '周末'],
  ['own-holiday', '本地补录的放假'],
  ['own-workday', '本地补录的上班'],
] as const;

function Legend() {
  return (
    <ul className="calendar-legend" aria-label="图例">
      {LEGEND.map(([kind, words]) => (
        <li key={kind}>
          <span className={`calendar-day ${kind}`}>{DAY_MARKS[kind]}</span> {words}
        </li>
      ))}
      <li>没有标记的是工作日</li>
    </ul>
  );
}
