import { Button } from 'antd';
import { useAddress } from '../address/use-address.js';
import type { LedgerFacts } from '../api/meetings.js';
import { useAsked } from '../api/use-asked.js';
import { LOCAL_DEFAULT } from '../shown/words.js';
import { usePerson } from '../shell/session-context.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { BehindFigure } from './behind-figure.js';
import { figureIn } from './ledger-figure.js';
import { periodIn, usualPeriods, type Period } from './ledger-periods.js';
import { LedgerTable } from './ledger-table.js';
import '../desk/desk.css';
import './meetings.css';

/** What each unit was told in a period, what it did, whether in time, and how long it took. */
export default function LedgerScreen() {
  const { query } = useAddress();
  const person = usePerson();
  const today = chinaDay(useServerTime());
  const period = periodIn(query, today);
  const samples = (query.get('samples') ?? String(person.sample)) === 'true';
  const order = query.get('order');
  const asked = new URLSearchParams({
    ...{ ...period, samples: String(samples) },
    ...(order === null ? {} : { sort: order }),
  }).toString();
  const { data, problem, again } = useAsked<LedgerFacts>(`ledger?${asked}`);
  const figure = figureIn(query);
  return (
    <section className="screen">
      <header>
        <h1>
          履职台账 {period.from} 至 {period.to}
        </h1>
        <a className="list-save" href={`/api/ledger/export?${asked}`} download>
          导出 XLSX
        </a>
      </header>
      <PeriodChoice period={period} today={today} samples={samples} />
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && <LedgerTable ledger={data} />}
      {data && (
        <ul className="ledger-notes">
          <li>
            按应办事项产生之日计，截至 {chinaTime(data.asOf)}
            ；已撤销的事项不计；用时为办结事项的中位数（小时）。
          </li>
          <li>
            没有列出的单位在期间内没有应办事项，也没有查实或排除。期限为{LOCAL_DEFAULT}
            ；暂停计时的计入未到期。
          </li>
        </ul>
      )}
      {figure && <BehindFigure figure={figure} period={period} samples={samples} />}
    </section>
  );
}

interface PeriodChoiceProps {
  readonly period: Period;
  readonly today: string;
  readonly samples: boolean;
}

/** The usual periods, and any other. */
function PeriodChoice({ period, today, samples }: PeriodChoiceProps) {
  const { change } = useAddress();
  const choose = (chosen: Partial<Period>): void =>
    change({ ...period, ...chosen, figure: null, unit: null, after: null });
  return (
    <div className="filters">
      {usualPeriods(today).map(({ name, from, to }) => (
        <Button
          key={name}
          size="small"
          type={from === period.from && to === period.to ? 'primary' : 'default'}
          aria-pressed={from === period.from && to === period.to}
          onClick={() => choose({ from, to })}
        >
          {name}
        </Button>
      ))}
      <label className="choice">
        从
        <input
          type="date"
          className="field"
          value={period.from}
          max={period.to}
          onChange={({ target }) => target.value !== '' && choose({ from: target.value })}
        />
      </label>
      <label className="choice">
        到
        <input
          type="date"
          className="field"
          value={period.to}
          min={period.from}
          max={today}
          onChange={({ target }) => target.value !== '' && choose({ to: target.value })}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={samples}
          onChange={({ target }) => change({ samples: String(target.checked), after: null })}
        />
        含样例
      </label>
    </div>
  );
}
