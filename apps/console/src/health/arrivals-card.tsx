import type { HouseState } from '../api/house-state.js';
import { FEED_WORDS } from '../shown/words.js';
import { Link } from '../address/link.js';
import { FRESHNESS } from '../sources/source-words.js';
import { useMay } from '../shell/session-context.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { Card, Unknown } from './card.js';
import { countWords } from './figure-words.js';

const STANDINGS = ['late', 'fresh', 'free', 'never'] as const;

/** What came in, by feed; and how many sources keep what was agreed. */
export function ArrivalsCard({ feeds, sources }: Pick<HouseState, 'feeds' | 'sources'>) {
  const may = useMay();
  return (
    <Card title="数据到达">
      {feeds && sources ? (
        <>
          <table className="health-table">
            <thead>
              <tr>
                <th scope="col">通道</th>
                <th scope="col">最近到达</th>
                <th scope="col">今日</th>
                <th scope="col">近 7 日</th>
                <th scope="col">其中死信</th>
              </tr>
            </thead>
            <tbody>
              {feeds.map(({ feed, lastAt, today, week, weekDeadLettered }) => (
                <tr key={feed}>
                  <th scope="row">{FEED_WORDS[feed]}</th>
                  <td>{lastAt === null ? '没有' : <When at={lastAt} />}</td>
                  <td>{countWords(today)}</td>
                  <td>{countWords(week)}</td>
                  <td>{countWords(weekDeadLettered)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="health-line">
            来源：
            {STANDINGS.map((one) => (
              <Mark key={one} standing={sources[one] === 0 ? 'plain' : FRESHNESS[one].standing}>
                {FRESHNESS[one].word} {sources[one]}
              </Mark>
            ))}
            {may('sources.read') && <Link to="sources">数据来源</Link>}
          </p>
        </>
      ) : (
        <Unknown />
      )}
    </Card>
  );
}
