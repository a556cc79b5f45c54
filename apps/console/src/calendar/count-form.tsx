import { useState } from 'react';
import { Button } from 'antd';
import type { CalendarUnit } from '../api/calendar.js';
import { Choice, type Option } from '../lists/choice.js';
import { needsAmount, type CountWish } from './count-wish.js';

interface CountFormProps {
  readonly wish: CountWish;
  readonly units: readonly CalendarUnit[];
  readonly count: (wish: CountWish) => void;
}

const LIMIT_WORDS: readonly Option[] = [
  ['red', '红色预警的时限'],
  ['orange', '橙色预警的时限'],
  ['yellow', '黄色预警的时限'],
  ['blue', '蓝色预警的时限'],
  ['hours', '若干工作小时'],
  ['days', '若干工作日'],
];

/** From when, for whom and how long. */
export function CountForm({ wish, units, count }: CountFormProps) {
  const [draft, setDraft] = useState(wish);
  const fill = (part: Partial<CountWish>): void => setDraft({ ...draft, ...part });
  return (
    <form
      className="calendar-form"
      onSubmit={(event) => {
        event.preventDefault();
        count({ ...draft, amount: needsAmount(draft.limit) ? draft.amount : '' });
      }}
    >
      <label>
        从
        <input
          className="field"
          type="datetime-local"
          required
          min="2005-01-01T00:00"
          max="2055-12-31T23:59"
          value={draft.from}
          onChange={({ target }) => fill({ from: target.value })}
        />
      </label>
      <Choice
        label="单位"
        value={draft.unit}
        options={units.map(({ code, name, hours }) => [
          code,
          `${name}${hours ? '（有自己的时段）' : ''}`,
        ])}
        choose={(unit) => fill({ unit })}
      />
      <Choice
        label="多久"
        value={draft.limit}
        options={LIMIT_WORDS}
        choose={(limit) => fill({ limit })}
      />
      {needsAmount(draft.limit) && (
        <AmountField
          isDays={draft.limit === 'days'}
          amount={draft.amount}
          fill={(amount) => fill({ amount })}
        />
      )}
      <Button type="primary" htmlType="submit">
        算一算
      </Button>
    </form>
  );
}

interface AmountFieldProps {
  readonly isDays: boolean;
  readonly amount: string;
  readonly fill: (amount: string) => void;
}

function AmountField({ isDays, amount, fill }: AmountFieldProps) {
  return (
    <label>
      {isDays ? '工作日' : '工作小时'}
      <input
        className="field"
        type="number"
        required
        min={isDays ? 1 : 0.5}
        max={isDays ? 250 : 1000}
        step={isDays ? 1 : 0.5}
        value={amount}
        onChange={({ target }) => fill(target.value)}
      />
    </label>
  );
}
