import { Segmented } from 'antd';
import { choiceIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { Situation } from '../api/situation.js';
import { useAsked } from '../api/use-asked.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { byPlace, byTier } from './counted.js';
import { Figures } from './figures.js';
import { LeadTime } from './lead-time.js';
import { PlaceMap } from './place-map.js';
import { PlaceTable } from './place-table.js';
import { SchemeBars } from './scheme-bars.js';
import { TierFigures } from './tier-figures.js';
import { TrendChart } from './trend-chart.js';
import './situation.css';

const SPANS = ['7', '30', '90'] as const;

/** How the city stands at a glance: where, what, how it moves, who keeps deadlines, how early. */
export default function SituationScreen() {
  const { query, change } = useAddress();
  const days = choiceIn(query, 'days', SPANS, '30');
  const { data, problem, again } = useAsked<Situation>(`situation?days=${days}`);
  return (
    <section className="screen situation">
      <header>
        <h1>态势</h1>
        <div className="tools">
          <Segmented
            aria-label="时间范围"
            value={days}
            options={SPANS.map((value) => ({ value, label: `近 ${value} 天` }))}
            onChange={(value) => change({ days: value === '30' ? null : value })}
          />
          <Link to="situation/wall">大屏</Link>
        </div>
        <p>
          只算您可见范围内的；都是有待核实的线索，不是认定。
          {data && (
            <>
              截至 <When at={data.at} />
            </>
          )}
        </p>
      </header>
      {problem && <ProblemNote problem={problem} again={again} />}
      {data ? <Shown situation={data} days={days} /> : !problem && <Waiting />}
    </section>
  );
}

function Shown({ situation, days }: { readonly situation: Situation; readonly days: string }) {
  const { query, change } = useAddress();
  const chosen = query.get('place');
  const place = byPlace(situation).find(({ code }) => code === chosen);
  const open = place
    ? situation.open.filter(({ regionCode }) => (regionCode ?? '') === place.code)
    : situation.open;
  const choose = (code: string | null) => change({ place: code });
  const queueOf = (tier: string): string =>
    `queue?whose=all&hushed=with&tier=${tier}${place ? `&region=${place.code}` : ''}`;
  return (
    <>
      <TierFigures counts={byTier(open)} addressOf={queueOf} />
      <Figures situation={situation} />
      <div className="situation-pair">
        <section>
          <h2>各地未结预警</h2>
          <PlaceMap situation={situation} chosen={chosen} choose={choose} />
          <p className="soft">颜色深浅按红 8、橙 4、黄 2、蓝 1 加权，是本地默认；数字是件数。</p>
        </section>
        <section>
          <h2>疑似类型{place && `（${place.title}）`}</h2>
          <SchemeBars situation={situation} open={open} />
        </section>
      </div>
      <section>
        <h2>每日新增和办结</h2>
        <TrendChart days={situation.days} height={240} />
      </section>
      <LeadTime days={days} />
      <PlaceTable situation={situation} />
    </>
  );
}
