import type { AuditActions } from '../api/audit.js';
import { SearchBox } from '../shown/search-box.js';
import { OUTCOME_WORDS, OUTCOMES } from './audit-words.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { optionsOf } from '../lists/choice.js';
import { DayInAddress } from '../lists/day-in-address.js';

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
    <div className="tools audit-filters">
      <SearchBox
        label="用户"
        placeholder="用户姓名（全名）"
        words={at('who')}
        search={set('who')}
      />
      <SearchBox
        label="对象"
        placeholder="对象，如 预警 12"
        words={at('subject')}
        search={set('subject')}
      />
      <ChoiceInAddress label="事件" name="action" options={optionsOf(actions ?? {})} />
      <ChoiceInAddress
        label="结果"
        name="outcome"
        options={[
          ['', '全部'],
          ...OUTCOMES.map((outcome) => [outcome, OUTCOME_WORDS[outcome]] as const),
        ]}
      />
      <DayInAddress label="从" name="fromDay" />
      <DayInAddress label="到" name="toDay" />
    </div>
  );
}
