import type { AuditActions } from '../api/audit.js';
import { SearchBox } from '../shown/search-box.js';
import { OUTCOME_WORDS, OUTCOMES } from './audit-words.js';

interface AuditFiltersProps {
  readonly query: URLSearchParams;
  readonly actions: AuditActions | null;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
}

/** Which lines of the trail are listed; all of it stands in the address. */
export function AuditFilters({ query, actions, change }: AuditFiltersProps) {
  const set = (name: string) => (value: string) =>
    change({ [name]: value === '' ? null : value, after: null });
  const at = (name: string): string => query.get(name) ?? '';
  return (
    <div className="tools">
      <SearchBox
        label="用户"
        placeholder="用户姓名（全名）"
        words={at('who')}
        search={set('who')}
      />
      <SearchBox
        label="对象"
        placeholder="对象，如 alert:12"
        words={at('subject')}
        search={set('subject')}
      />
      <select
        aria-label="事件"
        className="field"
        value={at('action')}
        onChange={({ target }) => set('action')(target.value)}
      >
        <option value="">全部事件</option>
        {Object.entries(actions ?? {}).map(([code, title]) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
      <select
        aria-label="结果"
        className="field"
        value={at('outcome')}
        onChange={({ target }) => set('outcome')(target.value)}
      >
        <option value="">全部结果</option>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {OUTCOME_WORDS[outcome]}
          </option>
        ))}
      </select>
      <DayField label="从" value={at('fromDay')} set={set('fromDay')} />
      <DayField label="到" value={at('toDay')} set={set('toDay')} />
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly set: (day: string) => void;
}

const DayField = ({ label, value, set }: DayFieldProps) => (
  <label>
    {label}{' '}
    <input
      type="date"
      className="field"
      value={value}
      onChange={({ target }) => set(target.value)}
    />
  </label>
);
