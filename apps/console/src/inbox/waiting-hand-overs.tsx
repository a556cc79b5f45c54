import { Link } from '../address/link.js';
import type { HandOverLine } from '../api/inbox.js';
import type { Listed } from '../api/listed.js';
import { useAsked } from '../api/use-asked.js';
import { DueIn } from '../shown/when.js';

/** What public security has to answer first, above everything else. */
export function WaitingHandOvers() {
  const { data } = useAsked<Listed<HandOverLine>>('handovers?state=waiting&limit=3');
  if (!data || data.total === 0) return null;
  return (
    <section className="inbox-urgent" aria-label="待回执的移送">
      <strong>
        待回执的移送 {data.total} 件　<Link to="inbox?tab=handovers">全部移送</Link>
      </strong>
      <ul>
        {data.rows.map(({ id, entityName, from, dueAt, takenAt }) => (
          <li key={id}>
            <Link to={`inbox?tab=handovers&handover=${id}`}>{entityName}</Link>（{from}移送，
            {takenAt === null ? '尚未签收材料，' : '已签收材料，'}
            <DueIn at={dueAt} />）
          </li>
        ))}
      </ul>
    </section>
  );
}
