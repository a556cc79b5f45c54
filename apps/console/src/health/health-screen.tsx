import type { Concern, HouseState } from '../api/house-state.js';
import { useAsked } from '../api/use-asked.js';
import { useLooking } from '../api/use-looking.js';
import { Mark } from '../shown/mark.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { ArrivalsCard } from './arrivals-card.js';
import { AuditCard, DatabaseCard, ProcessCard, SwitchesCard } from './machine-cards.js';
import { WaitingCard } from './waiting-card.js';
import './health.css';

const EVERY = 30_000;

/** How the house runs, and what to do where it does not run well; renewed by itself. */
export default function HealthScreen() {
  const asked = useAsked<HouseState>('house-state');
  useLooking(asked, EVERY);
  const { data, problem } = asked;
  const isStale = problem !== null;
  return (
    <section className="screen health">
      <header>
        <h1>运行情况</h1>
        <p role="status">
          {data && (
            <>
              {isStale ? '连接中断，显示的是 ' : '每 30 秒自动更新，截至 '}
              <When at={data.at} />
            </>
          )}
          {!data && isStale && '服务器没有应答，正在再试……'}
        </p>
        <p>只有数量和状态，没有任何人、任何事的内容。提示的界线都是本地默认。</p>
      </header>
      {data ? <State state={data} /> : !isStale && <Waiting />}
    </section>
  );
}

function State({ state }: { readonly state: HouseState }) {
  return (
    <>
      <Concerns state={state} />
      <div className="health-cards">
        <ArrivalsCard feeds={state.feeds} sources={state.sources} />
        <WaitingCard waiting={state.waiting} />
        <DatabaseCard database={state.database} />
        <ProcessCard process={state.process} at={state.at} />
        <AuditCard audit={state.audit} />
        <SwitchesCard switches={state.switches} />
      </div>
    </>
  );
}

const GRADES: Readonly<Record<Concern['grade'], readonly ['bad' | 'waiting', string]>> = {
  ...{ bad: ['bad', '要处理'], look: ['waiting', '请留意'] },
};

function Concerns({ state: { missing, concerns } }: { readonly state: HouseState }) {
  const works = missing.length === 0;
  return (
    <section className="health-concerns">
      <h2>
        <Mark standing={works ? 'good' : 'bad'}>{works ? '平台可以工作' : '平台现在不能工作'}</Mark>
      </h2>
      {concerns.length === 0 ? (
        <p>没有发现不正常的地方。</p>
      ) : (
        <ul>
          {concerns.map(({ grade, sentence, remedy }) => (
            <li key={sentence}>
              <Mark standing={GRADES[grade][0]}>{GRADES[grade][1]}</Mark>
              <div>
                <strong>{sentence}</strong>
                <p className="soft">怎么办：{remedy}。</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
