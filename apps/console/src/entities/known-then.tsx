import type { Feed } from '../api/codes.js';
import { Link } from '../address/link.js';
import type { EntityThen } from '../api/entity-parts.js';
import { useAsked } from '../api/use-asked.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { TierMark } from '../shown/tier-mark.js';
import { FEED_WORDS, stageWord } from '../shown/words.js';
import { scoreText } from './entity-words.js';
import { IndexWhy } from './index-why.js';

/** What was known of an entity at the end of a day, and nothing that came to be known later. */
export function KnownThen({ id, day }: { readonly id: string; readonly day: string }) {
  const asked = useAsked<EntityThen>(`entities/${id}/at?when=${day}`);
  const { data, problem, again } = asked;
  if (problem) return <ProblemNote problem={problem} again={again} />;
  if (!data) return <Waiting />;
  const { index } = data;
  return (
    <div className="entity-two" aria-live="polite">
      <section className="entity-box">
        <h2>{day} 日终所知</h2>
        <Facts lines={linesOf(data, id)} />
        <h2>当时最近的记录</h2>
        <ul>
          {data.latest.slice(0, 8).map(({ id: recordId, occurredAt, feed, sourceTitle, title }) => (
            <li key={recordId}>
              <When at={occurredAt} /> {FEED_WORDS[feed]}　{title}
              <span className="soft">　{sourceTitle}</span>
            </li>
          ))}
          {data.latest.length === 0 && <li className="soft">没有可以列出的记录</li>}
        </ul>
      </section>
      <section className="entity-box">
        <h2>当时的理由</h2>
        {index ? <IndexWhy index={index} /> : <p className="soft">当时还没有指数</p>}
      </section>
    </div>
  );
}

function linesOf(then: EntityThen, id: string) {
  const { index, person, alerts, records, registered } = then;
  return [
    ['名称', then.id === id ? then.name : `${then.name}（当时尚未归并）`],
    ['指数', index ? scoreText(index.score) : '没有'],
    ['模型等级', <TierMark key="model" tier={index?.tier ?? 'none'} />],
    [
      '人工等级',
      person ? (
        <>
          <TierMark tier={person.tier} isByPerson />（{person.by}：{person.because}）
        </>
      ) : (
        '没有'
      ),
    ],
    [
      '预警',
      alerts.length === 0
        ? '没有'
        : alerts.map((alert) => (
            <span key={alert.id} className="whole">
              <Link to={`alerts/${alert.id}`}>预警 {alert.id}</Link> <TierMark tier={alert.tier} />{' '}
              {stageWord(alert.stage)}　
            </span>
          )),
    ],
    [
      '已知记录',
      (Object.keys(FEED_WORDS) as Feed[])
        .map((feed) => `${FEED_WORDS[feed]} ${String(records[feed])} 条`)
        .join('，'),
    ],
    ['法定代表人', registered?.legalRepresentative ?? '未知'],
    ['地址', registered?.address ?? '未知'],
  ] as const;
}
