import { Segmented } from 'antd';
import type { WholeAlert } from '../api/alert.js';
import { choiceIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { chinaTime } from '../shown/china-time.js';
import { Section } from './section.js';
import { LINE_WORDS, LINES, timelineOf } from './timeline-of.js';

/** All that happened, in one line of time; narrowed to one kind when wanted. */
export function TimelineSection({ whole }: { readonly whole: WholeAlert }) {
  const { query, change } = useAddress();
  const line = choiceIn(query, 'line', LINES, 'all');
  const all = timelineOf(whole);
  const shown = line === 'all' ? all : all.filter((one) => one.line === line);
  return (
    <Section id="timeline" title="经过" aside={`${String(all.length)} 件事，早的在前`}>
      <Segmented
        value={line}
        aria-label="只看哪一类"
        options={LINES.map((value) => ({ value, label: LINE_WORDS[value] }))}
        onChange={(value) => change({ line: value === 'all' ? null : value }, { isInPlace: true })}
      />
      {shown.length === 0 && <p className="soft">没有这一类的事。</p>}
      <ol className="alert-line">
        {shown.map(({ key, at, line: kind, by, what, why, other }) => (
          <li key={key} className={`alert-line-${kind}`}>
            <time dateTime={at}>{chinaTime(at)}</time>
            <div>
              <b>{what}</b>
              {other !== null && <Link to={`alerts/${other}`}>预警 {other}</Link>}
              <span className="soft">　{by}</span>
              {why !== null && <p>{why}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
