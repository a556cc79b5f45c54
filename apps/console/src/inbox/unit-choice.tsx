import { Select } from 'antd';
import { useAddress } from '../address/use-address.js';
import type { UnitLine } from '../api/inbox.js';

interface UnitChoiceProps {
  readonly units: readonly UnitLine[];
  readonly current: string;
}

/** Whose inbox is looked at; those that are late say so. */
export function UnitChoice({ units, current }: UnitChoiceProps) {
  const { change } = useAddress();
  return (
    <Select
      aria-label="看哪个单位的收件箱"
      className="inbox-choice"
      showSearch={{ optionFilterProp: 'label' }}
      value={current}
      options={units.map((unit) => ({ value: unit.code, label: wordsOf(unit) }))}
      onChange={(unit) => change({ unit, after: null, message: null, duty: null })}
    />
  );
}

function wordsOf({ name, unread, overdue }: UnitLine): string {
  const told = [
    ...(unread > 0 ? [`未读 ${String(unread)}`] : []),
    ...(overdue > 0 ? [`逾期 ${String(overdue)}`] : []),
  ];
  return told.length === 0 ? name : `${name}（${told.join('，')}）`;
}
