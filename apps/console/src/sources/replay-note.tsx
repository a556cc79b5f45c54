import { Alert } from 'antd';
import type { ReplayReport } from '../api/sources.js';

const SHOWN = 10;

/** What trying again came to; those that still cannot be used say why today. */
export function ReplayNote({ report }: { readonly report: ReplayReport }) {
  const { tried, stored, duplicate, stillRefused } = report;
  const rest = stillRefused.length - SHOWN;
  return (
    <Alert
      showIcon
      type={stillRefused.length === 0 ? 'success' : 'warning'}
      title={`重放 ${String(tried)} 条：入库 ${String(stored)}，重复 ${String(duplicate)}，仍不能用 ${String(stillRefused.length)}`}
      description={
        stillRefused.length > 0 && (
          <ul>
            {stillRefused.slice(0, SHOWN).map(({ id, reason }) => (
              <li key={id}>
                {id}　{reason}
              </li>
            ))}
            {rest > 0 && <li>……另有 {rest} 条</li>}
          </ul>
        )
      }
    />
  );
}
