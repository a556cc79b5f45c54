import { useAddress } from '../address/use-address.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, daysAfter } from '../shown/china-time.js';

const FORMATS = { xlsx: 'XLSX', jsonl: 'JSONL' } as const;

/** Where the trail of some days is saved from; the last thirty unless the list shows others. */
export function AuditExport() {
  const { query } = useAddress();
  const today = chinaDay(useServerTime());
  const to = query.get('toDay') ?? today;
  const from = query.get('fromDay') ?? daysAfter(to, -30);
  return (
    <div className="tools">
      <span className="soft">
        {from} 至 {to}
      </span>
      {Object.entries(FORMATS).map(([format, title]) => (
        <a
          key={format}
          className="list-save"
          href={`/api/audit/export?from=${from}&to=${to}&format=${format}`}
          download
        >
          导出 {title}
        </a>
      ))}
    </div>
  );
}
