import { useState } from 'react';
import { useAddress } from '../address/use-address.js';
import { choiceIn } from '../address/address.js';
import type { CalendarYear, ToldCount } from '../api/calendar.js';
import { useAsked } from '../api/use-asked.js';
import { useServerTime } from '../shell/server-time.js';
import { usePerson } from '../shell/session-context.js';
import { chinaTime } from '../shown/china-time.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { CountForm } from './count-form.js';
import { CountResult } from './count-result.js';
import { countPath, LIMITS, type CountWish } from './count-wish.js';

/** 算一算: from a moment, a limit and a unit to when it is due, and why then. */
export function CountView({ year }: { readonly year: CalendarYear }) {
  const { query, change } = useAddress();
  const { unit } = usePerson();
  const now = useServerTime();
  const [opened] = useState(() => chinaTime(now).replace(' ', 'T'));
  const own = year.units.find(({ code }) => code === unit.code) ?? year.units[0];
  const wish: CountWish = {
    from: query.get('from') ?? opened,
    unit: query.get('unit') ?? own?.code ?? '',
    limit: choiceIn(query, 'limit', LIMITS, 'red'),
    amount: query.get('amount') ?? '',
  };
  const { data, problem, again } = useAsked<ToldCount>(countPath(wish));
  return (
    <>
      <CountForm
        key={JSON.stringify(wish)}
        wish={wish}
        units={year.units}
        count={(next) => change({ ...next })}
      />
      {problem && <ProblemNote problem={problem} again={again} />}
      {data ? <CountResult told={data} /> : !problem && countPath(wish) && <Waiting />}
    </>
  );
}
