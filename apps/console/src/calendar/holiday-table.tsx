import type { CalendarDay } from '../api/calendar.js';
import { holidaysOf } from './holidays-of.js';

const short = (day: string): string =>
  `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`;

/** The holidays of a year in words. */
export function HolidayTable({ days }: { readonly days: readonly CalendarDay[] }) {
  return (
    <section>
      <h2>放假安排</h2>
      <div className="calendar-box">
        <table className="calendar-table">
          <thead>
            <tr>
              <th scope="col">节日</th>
              <th scope="col">放假</th>
              <th scope="col">天数</th>
              <th scope="col">为它上班的周末</th>
            </tr>
          </thead>
          <tbody>
            {holidaysOf(days).map(({ name, first, last, length, shifted }) => (
              <tr key={first}>
                <th scope="row">{name}</th>
                <td>{first === last ? short(first) : `${short(first)}至${short(last)}`}</td>
                <td>{length}</td>
                <td>{shifted.length === 0 ? '无' : shifted.map(short).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
