import { useEffect } from 'react';
import { Link } from '../address/link.js';
import type { LeadTimeReport, Situation } from '../api/situation.js';
import { useAsked } from '../api/use-asked.js';
import { useLooking } from '../api/use-looking.js';
import { usePerson, useSeesCity } from '../shell/session-context.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { byTier } from './counted.js';
import { Figures } from './figures.js';
import { useLetterSize } from './letter-size.js';
import { PlaceMap } from './place-map.js';
import { SchemeBars } from './scheme-bars.js';
import { TierFigures } from './tier-figures.js';
import { TrendChart } from './trend-chart.js';
import './situation.css';
import './wall.css';

const EVERY = 30_000;
const nothing = (): void => undefined;

/** The situation on a large screen: figures of the whole alone, no name of anybody, renewed by itself. */
export default function WallScreen() {
  const { permissions } = usePerson();
  const asked = useAsked<Situation>('situation?days=30');
  const { data, problem } = asked;
  useLooking(asked, EVERY);
  const lead = useLeadTime();
  const letters = useLetterSize();
  useEffect(() => {
    document.body.classList.add('on-wall');
    return () => document.body.classList.remove('on-wall');
  }, []);
  return (
    <section className="wall" style={{ fontSize: letters }}>
      <header>
        <h1>{data?.city}非法金融活动风险监测态势</h1>
        <p role="status">
          {data && (
            <>
              {problem ? '连接中断，显示的是 ' : '截至 '}
              <When at={data.at} />
            </>
          )}
          {permissions.length > 1 && <Link to="situation">退出大屏</Link>}
        </p>
      </header>
      {data ? (
        <>
          <TierFigures counts={byTier(data.open)} addressOf={null} />
          <Figures situation={data} lead={lead} />
          <div className="wall-parts">
            <section>
              <h2>各地未结预警</h2>
              <PlaceMap situation={data} chosen={null} choose={nothing} />
            </section>
            <section>
              <h2>疑似类型</h2>
              <SchemeBars situation={data} open={data.open} />
            </section>
            <section>
              <h2>近 30 天新增和办结</h2>
              <TrendChart days={data.days} height="100%" letters={letters} />
            </section>
          </div>
          <footer>均为有待核实的线索，不是认定。</footer>
        </>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

/** How early alerts were within a year: fewer days know of too few cases. */
function useLeadTime(): LeadTimeReport | null {
  const asked = useAsked<LeadTimeReport>(useSeesCity() ? 'situation/lead-time?days=366' : null);
  useLooking(asked, EVERY);
  return asked.data;
}
