import type { Struck } from '../api/rules.js';
import { precisionWords } from './names.js';

/** How often something was right; how sure that is, is said beside it. */
export function PrecisionCell({ of: { records, precision } }: { readonly of: Struck }) {
  if (records === null) return <span className="soft">正在统计</span>;
  if (!precision) return <span className="soft">未参与预警</span>;
  const { alerts, confirmed, refuted, undecided, value } = precision;
  const counts = `参与预警 ${String(alerts)} 件：查实 ${String(confirmed)}，排除 ${String(refuted)}，未定 ${String(undecided)}`;
  return (
    <span title={counts}>
      {value === null ? <span className="soft">尚无结论</span> : precisionWords(precision)}
      <span className="rules-small">
        {confirmed}/{confirmed + refuted}，共 {alerts} 件
      </span>
    </span>
  );
}
