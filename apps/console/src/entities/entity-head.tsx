import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../address/link.js';
import type { EntityFile } from '../api/entities.js';
import { useMay, useSeesCity } from '../shell/session-context.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { DecideTier } from './decide-tier.js';
import { TierMark } from '../shown/tier-mark.js';
import { stageWord, VERDICT_WORDS } from '../shown/words.js';
import { scoreText } from './entity-words.js';
import { RecordOutcome } from './record-outcome.js';
import { OrderSpecial } from '../bulletins/order-special.js';

interface EntityHeadProps {
  readonly file: EntityFile;
  readonly changed: () => Promise<void>;
}

/** Who it is, how it stands with the model and with people, and what can be done about it. */
export function EntityHead({ file, changed }: EntityHeadProps) {
  const { index, tier, person, schemeName, indexedAt, outcomes } = file;
  const outcome = outcomes[outcomes.length - 1];
  return (
    <section className="entity-box entity-head">
      <div className="entity-score">
        <span className="soft">指数</span>
        <b>{index ? scoreText(file.score) : '—'}</b>
      </div>
      <div>
        <div className="entity-words">
          <span>
            模型：
            <TierMark tier={tier} />
          </span>
          <span>
            人工：
            {person ? (
              <>
                <TierMark tier={person.tier} isByPerson />
                <span className="soft">
                  　{person.by}：{person.because}
                </span>
              </>
            ) : (
              <span className="soft">没有定级</span>
            )}
          </span>
          {schemeName !== null && tier !== 'none' && <span>疑似：{schemeName}</span>}
          {outcome && <span>结论：{VERDICT_WORDS[outcome.verdict]}</span>}
        </div>
        <div className="entity-words soft">
          <OpenAlerts file={file} />
          {indexedAt !== null && (
            <span>
              指数变于 <When at={indexedAt} />
            </span>
          )}
        </div>
      </div>
      <Acts file={file} changed={changed} />
    </section>
  );
}

function OpenAlerts({ file: { alerts } }: { readonly file: EntityFile }) {
  const open = alerts.filter(({ status }) => status === 'open');
  if (open.length === 0) return <Mark standing="off">没有未结预警</Mark>;
  return (
    <>
      {open.map(({ id, stage, tier, personTier }) => (
        <span key={id}>
          <Link to={`alerts/${id}`}>预警 {id}</Link>{' '}
          <TierMark tier={personTier ?? tier} isByPerson={personTier !== null} /> {stageWord(stage)}
        </span>
      ))}
    </>
  );
}

type Act = 'tier' | 'outcome' | 'report';

function Acts({ file, changed }: EntityHeadProps) {
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const seesCity = useSeesCity();
  return (
    <div className="entity-acts">
      {may('entities.decide') && <Button onClick={() => setAct('tier')}>人工定级</Button>}
      {may('outcomes.record') && <Button onClick={() => setAct('outcome')}>登记结论</Button>}
      {may('bulletins.make') && seesCity && (
        <Button onClick={() => setAct('report')}>编制专报</Button>
      )}
      {act === 'tier' && <DecideTier file={file} close={close} done={changed} />}
      {act === 'outcome' && <RecordOutcome file={file} close={close} done={changed} />}
      {act === 'report' && <OrderSpecial entityId={file.id} name={file.name} close={close} />}
    </div>
  );
}
