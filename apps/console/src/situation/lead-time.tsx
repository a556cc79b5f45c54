import type { LeadTimeReport } from '../api/situation.js';
import { useAsked } from '../api/use-asked.js';
import { useSeesCity } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { daysWords, leadWords } from './situation-words.js';

/** How early alerts were, as far as outcomes are known; only for the whole city, where it means something. */
export function LeadTime({ days }: { readonly days: string }) {
  const isWhole = useSeesCity();
  const { data, problem, again } = useAsked<LeadTimeReport>(
    isWhole ? `situation/lead-time?days=${days}` : null,
  );
  if (!isWhole) return null;
  return (
    <section>
      <h2>提前量</h2>
      {problem && <ProblemNote problem={problem} again={again} />}
      {data && (
        <p className="situation-lead">
          <strong>{daysWords(data)}</strong>
          <span>
            首次预警到爆雷的中位天数。{leadWords(data)}。{data.samples && '（样例数据）'}
          </span>
        </p>
      )}
      {data && (
        <p className="soft">
          期内预警 {data.overall.alerts} 件：已确认 {data.overall.confirmed}、已排除{' '}
          {data.overall.refuted}、未定 {data.overall.undecided}
          {data.alertsPerConfirmedCase !== null &&
            `；每确认一案平均 ${data.alertsPerConfirmedCase.toFixed(1)} 件预警`}
          。只按已登记的结论算。
        </p>
      )}
    </section>
  );
}
