import type { LeadTimeReport, Situation } from '../api/situation.js';
import { raisedLately } from './counted.js';
import { daysWords, dutyWords, leadShortly } from './situation-words.js';

interface FiguresProps {
  readonly situation: Situation;
  /** How early alerts were, where there is no room for a part of its own. */
  readonly lead?: LeadTimeReport | null;
}

/** What matters today, in a line of figures with what they mean. */
export function Figures({ situation, lead = null }: FiguresProps) {
  const { days, duties, open } = situation;
  const fresh = open.reduce((sum, cell) => sum + (cell.tier === 'none' ? 0 : cell.fresh), 0);
  const lines: readonly (readonly [string, string, string])[] = [
    ['今日新增', words(raisedLately(days, 1)), `近 7 天 ${String(raisedLately(days, 7))} 件`],
    ['还没有签收', words(fresh), '牵头单位尚未签收的未结预警'],
    ['已经逾期', words(duties.overdue), `应办事项共 ${String(duties.owed)} 项`],
    ['期内签收', words(duties.acknowledged), dutyWords(duties)],
    ...(lead ? [['提前量', daysWords(lead), leadShortly(lead)] as const] : []),
  ];
  return (
    <dl className="situation-figures">
      {lines.map(([name, figure, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{figure}</strong>
            <span>{more}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const words = (figure: number): string => figure.toLocaleString('en');
