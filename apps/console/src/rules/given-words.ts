import type { RuleExample } from '../api/rules.js';
import { FIELD_WORDS } from './field-words.js';

/** What an example gives, without the signs of data. */
export function givenWords({
  record,
  entity = {},
  hits,
  annualYieldPercent,
  signals,
}: RuleExample['given']): string[] {
  const parts = [
    ...fieldsIn(record).map(([name, said]) => `${FIELD_WORDS[name] ?? name}：${said}`),
    ...fieldsIn(entity, 'entity.').map(
      ([name, said]) => `主体的${FIELD_WORDS[name] ?? name}：${said}`,
    ),
    ...Object.entries(hits).map(([code, quotes]) => `词语 ${code}：${[quotes].flat().join('、')}`),
    ...signals.map(
      ({ code, daysAgo, times, persons }) =>
        `信号 ${code}：${String(daysAgo)} 天前，${String(times)} 条、${String(persons)} 人`,
    ),
  ];
  if (annualYieldPercent !== null) parts.push(`折合年化 ${String(annualYieldPercent)}%`);
  return parts.length === 0 ? ['（什么也没有）'] : parts;
}

/** The fields of something by their full names, with what they hold. */
function fieldsIn(of: object, before = ''): readonly (readonly [name: string, said: string])[] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const name = `${before}${key}`;
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup && !(name in FIELD_WORDS)
      ? fieldsIn(value, `${name}.`)
      : [[name, said(value)] as const];
  });
}

function said(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(said).join('、');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(said).join(' ');
  return String(value);
}
