import type { WholeAlert } from '../api/alert.js';
import type { NotHigher } from '../api/alert-evidence.js';
import { useAsked } from '../api/use-asked.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Section } from './section.js';
import { TIER_NAMES } from '../shown/tier.js';
import { wordOf } from '../shown/words.js';

/** How far it is to the next tier, and which rules came nearest, by the engines in force. */
export function NotHigherSection({ whole }: { readonly whole: WholeAlert }) {
  const { data, problem, again } = useAsked<NotHigher>(`alerts/${whole.alert.id}/not-higher`);
  return (
    <Section id="not-higher" title="为何不更高">
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <p className="soft">正在读取……</p>}
      {data && <Told notHigher={data} />}
    </Section>
  );
}

function Told({ notHigher: { whyNot } }: { readonly notHigher: NotHigher }) {
  if (!whyNot) return <p className="soft">主体已不在库中。</p>;
  const { next, nearest } = whyNot;
  return (
    <>
      <p>
        {next
          ? `离${wordOf(TIER_NAMES, next.tier)}（${String(next.from)} 分起）还差 ${next.points.toFixed(1)} 分。`
          : '已是最高等级。'}
      </p>
      {nearest.length === 0 && next && <p className="soft">没有接近触发、又能提高分数的规则。</p>}
      <ul className="alert-near">
        {nearest.map(({ rule, title, lacking, held, lacks, score }) => (
          <li key={rule}>
            <b>{title}</b>　差 {lacking} 项，具备后为 {score.toFixed(1)} 分
            <div className="soft">
              已有：{held.join('；')}　缺：{lacks.join('；')}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
