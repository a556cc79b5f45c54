import type { ImportPlan } from '../api/intake.js';

interface MappingTableProps {
  readonly plan: ImportPlan;
  readonly choose: (header: string, code: string) => void;
}

/** The columns of a file and where each goes; what is kept as it came, and what is not kept, is said too. */
export function MappingTable({ plan: { columns, targets }, choose }: MappingTableProps) {
  return (
    <div className="intake-scroll" tabIndex={0} role="region" aria-label="列的去处">
      <table className="intake-table">
        <thead>
          <tr>
            <th scope="col">文件里的列</th>
            <th scope="col">第一个值</th>
            <th scope="col">去处</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, code, guess, sample }) => (
            <tr key={header} className={code === guess ? undefined : 'intake-changed'}>
              <td title={header}>{header}</td>
              <td title={sample ?? undefined}>
                {sample ?? <span className="soft">个人信息，不显示</span>}
              </td>
              <td>
                <select
                  aria-label={`“${header}”的去处`}
                  value={code}
                  onChange={({ target }) => choose(header, target.value)}
                >
                  {targets.map((target) => (
                    <option key={target.code} value={target.code}>
                      {target.title}
                    </option>
                  ))}
                </select>
                {code !== guess && <span className="soft"> 已改</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
