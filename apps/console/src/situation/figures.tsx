import type { Situation } from '../api/situation.js';
import { raisedLately } from './counted.js';
import { dutyWords } from './situation-words.js';

/** What matters today, in a line of figures with what they mean. */
export function Figures({ situation }: { readonly situation: Situation }) {
  const { days, duties, open } = situation;
  const fresh = open.reduce((sum, cell) => sum + (cell.tier === 'none' ? 0 : cell.fresh), 0);
  const lines: readonly (readonly [string, number, string])[] = [
    ['今日新增', raisedLately(days, 1), `近 7 天 ${String(raisedLately(days, 7))} 件`],
    ['还没有签收', fresh, '牵头单位尚未签收的未结预警'],
    ['已经逾期', duties.overdue, `应办事项共 ${String(duties.owed)} 项`],
    ['期内签收', duties.acknowledged, dutyWords(duties)],
  ];
  return (
    <dl className="situation-figures">
      {lines.map(([name, figure, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{figure.toLocaleString('en')}</strong>
            <span>{words}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
