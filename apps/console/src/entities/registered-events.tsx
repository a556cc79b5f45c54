import type { Registered } from '../api/entities.js';
import { When } from '../shown/when.js';

const EVENTS: Readonly<Record<string, string>> = {
  ...{ establish: '设立登记', change: '变更登记', 'annual-report': '年度报告', told: '登记信息' },
  ...{ abnormal: '列入经营异常名录', penalty: '行政处罚', cancel: '注销登记' },
};

/** What the register knows of the life of a firm, the latest first. */
export function RegisteredEvents({ events }: Pick<Registered, 'events'>) {
  return (
    <section className="entity-box">
      <h2>登记变更</h2>
      <table className="entity-table">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">事项</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {[...events].reverse().map(({ event, at, details }, n) => (
            <tr key={`${at} ${String(n)}`}>
              <td>
                <When at={at} />
              </td>
              <td className="whole">{EVENTS[event] ?? event}</td>
              <td>
                {details.map((detail) => (
                  <div key={detail}>{detail}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
