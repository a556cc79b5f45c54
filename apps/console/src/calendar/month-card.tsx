import type { CalendarDay } from '../api/calendar.js';
import { DAY_MARKS, whyDay } from './calendar-words.js';
import { WEEKDAYS, type Month } from './months.js';

interface MonthCardProps {
  readonly month: Month;
  readonly today: string;
}

/** A month with a word under each day that is not plainly worked. */
export function MonthCard({ month, today }: MonthCardProps) {
  return (
    <table className="calendar-month">
      <caption>
        {month.number} 月 <span className="soft">{month.workdays} 个工作日</span>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, place) =>
              day ? (
                <Day key={day.day} day={day} isToday={day.day === today} />
              ) : (
                <td key={place} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: CalendarDay;
  readonly isToday: boolean;
}

function Day({ day, isToday }: DayProps) {
  const why = `${day.day} ${whyDay(day)}${isToday ? '，今天' : ''}`;
  return (
    <td
      className={`calendar-day ${day.kind}${isToday ? ' today' : ''}`}
      title={why}
      aria-current={isToday ? 'date' : undefined}
    >
      {Number(day.day.slice(8))}
      <small>{DAY_MARKS[day.kind]}</small>
    </td>
  );
}
