import type { ImportPlan, PlanRow } from '../api/intake.js';
import { Mark } from '../shown/mark.js';

/** The first rows as they would be read. */
export function PreviewTable({ plan: { heads, rows } }: { readonly plan: ImportPlan }) {
  return (
    <div className="intake-scroll" tabIndex={0} role="region" aria-label="前几行读出来的样子">
      <table className="intake-table">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">结果</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.sheet ?? ''} ${String(row.row)}`}>
              <td>{row.row}</td>
              <PreviewCells row={row} width={heads.length} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PreviewCells({ row, width }: { readonly row: PlanRow; readonly width: number }) {
  if (row.reason !== null)
    return (
      <>
        <td>
          <Mark standing="bad">不能导入</Mark>
        </td>
        <td colSpan={Math.max(width, 1)} className="intake-why">
          {row.reason}
        </td>
      </>
    );
  return (
    <>
      <td title={row.remarks.join('；')}>
        <Mark standing={row.remarks.length > 0 ? 'waiting' : 'good'}>
          {row.remarks.length > 0 ? `可导入，${row.remarks.join('；')}` : '可导入'}
        </Mark>
      </td>
      {row.cells.map((cell, at) => (
        <td key={at} title={cell ?? undefined}>
          {cell ?? <span className="soft">进保险箱</span>}
        </td>
      ))}
    </>
  );
}
