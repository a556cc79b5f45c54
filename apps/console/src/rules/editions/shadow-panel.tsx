import { Link } from '../../address/link.js';
import type { EditionLife, ShadowState } from '../../api/editions.js';
import { useAsked } from '../../api/use-asked.js';
import { Mark } from '../../shown/mark.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Waiting } from '../../shown/waiting.js';
import { When } from '../../shown/when.js';
import { useServerTime } from '../../shell/server-time.js';
import { TierMark } from '../../shown/tier-mark.js';
import '../../lists/list.css';

const HOUR = 3_600_000;

/** What an edition in shadow makes otherwise of what comes in. */
export function ShadowPanel({ edition }: { readonly edition: EditionLife }) {
  const { data, problem, again } = useAsked<ShadowState>(`editions/${edition.id}/shadow`);
  if (problem) return <ProblemNote problem={problem} again={again} />;
  if (!data) return <Waiting />;
  const { progress, differences } = data;
  return (
    <section className="rules-part">
      <ShadowDay edition={edition} />
      {progress && (
        <p>
          已看新记录 {progress.records.toLocaleString('en')} 条、主体{' '}
          {progress.entities.toLocaleString('en')} 个（看到 <When at={progress.seenUntil} />
          ）；等级不同或指数相差 5 分以上的 {differences.length.toLocaleString('en')} 个。
        </p>
      )}
      {!progress && edition.shadowUntil !== null && (
        <p className="soft">还没有新记录进来，或者还没有轮到看。</p>
      )}
      {differences.length > 0 && <Differences differences={differences} />}
    </section>
  );
}

/** Whether the day is full, or how much of it is left. */
function ShadowDay({ edition: { shadowUntil, stage } }: { readonly edition: EditionLife }) {
  const now = useServerTime();
  if (shadowUntil === null) return <p className="soft">还没有影子运行过。</p>;
  const left = new Date(shadowUntil).getTime() - new Date(now).getTime();
  if (stage !== 'shadow') return <p className="soft">影子运行已经结束。</p>;
  if (left <= 0) return <Mark standing="good">影子运行已满一天，可以由另一人发布</Mark>;
  return (
    <Mark standing="waiting">
      影子运行中，还差 {Math.ceil(left / HOUR)} 小时满一天（
      <When at={shadowUntil} />）
    </Mark>
  );
}

function Differences({ differences }: Pick<ShadowState, 'differences'>) {
  return (
    <div className="list-scroll">
      <table className="list" aria-label="影子运行看到的不同">
        <thead>
          <tr>
            {['主体', '现行', '这个版本', '最近看到'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ entityId, name, scoreNow, tierNow, score, tier, at }) => (
            <tr key={entityId}>
              <td>
                <Link to={`entities/${entityId}`}>{name}</Link>
              </td>
              <td className="whole">
                <TierMark tier={tierNow} /> {Math.round(scoreNow)}
              </td>
              <td className="whole">
                <TierMark tier={tier} /> {Math.round(score)}
              </td>
              <td className="whole">
                <When at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
