import { choiceIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { CalendarYear } from '../api/calendar.js';
import { useAsked } from '../api/use-asked.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { CountView } from './count-view.js';
import { LimitsView } from './limits-view.js';
import { YearView } from './year-view.js';
import './calendar.css';

const VIEWS = ['year', 'count', 'limits'] as const;
const TITLES = { year: '全年日历', count: '算一算', limits: '工作时段和时限' } as const;

const yearIn = (text: string | null): string | null =>
  text !== null && /^20\d\d$/.test(text) ? text : null;

/** The working calendar: by which days and hours deadlines are counted, and why one falls on its day. */
export default function CalendarScreen() {
  const { query } = useAddress();
  const view = choiceIn(query, 'view', VIEWS, 'year');
  const thisYear = chinaDay(useServerTime()).slice(0, 4);
  const year = yearIn(query.get('year')) ?? thisYear;
  const { data, problem, again } = useAsked<CalendarYear>(`calendar?year=${year}`);
  return (
    <section className="screen calendar">
      <header>
        <h1>工作日历</h1>
        <nav className="calendar-tabs" aria-label="看什么">
          {VIEWS.map((one) => (
            <Link key={one} to={addressOf(one, year, thisYear)} isCurrent={one === view}>
              {TITLES[one]}
            </Link>
          ))}
        </nav>
        <p>
          各项时限都按这份日历算。这里只能查看：要改工作时段、补录放假和上班日，请联系系统管理员。
        </p>
      </header>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && view === 'year' && <YearView year={data} />}
      {data && view === 'count' && <CountView year={data} />}
      {data && view === 'limits' && <LimitsView year={data} />}
    </section>
  );
}

function addressOf(view: (typeof VIEWS)[number], year: string, thisYear: string): string {
  const query = new URLSearchParams();
  if (view !== 'year') query.set('view', view);
  if (year !== thisYear) query.set('year', year);
  const text = query.toString();
  return text === '' ? 'calendar' : `calendar?${text}`;
}
