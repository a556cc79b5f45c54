import type { Trial } from '../../api/trial.js';
import { TierMark } from '../../shown/tier-mark.js';
import { signalDifference } from './trial-difference.js';

const KINDS = { added: '＋ 新增', removed: '－ 去掉', changed: '± 改变' } as const;

interface OtherVerdictProps {
  readonly inForce: Trial;
  readonly other: Trial;
}

/** What another edition makes otherwise of a text, before both are read in full. */
export function OtherVerdict({ inForce, other }: OtherVerdictProps) {
  const differences = signalDifference(inForce, other);
  const isSame = differences.length === 0 && inForce.score === other.score;
  return (
    <section className="rules-part" aria-label="不同之处">
      <h2>不同之处</h2>
      <p className="rules-score">
        <TierMark tier={inForce.tier} /> {inForce.score} 分　→　
        <TierMark tier={other.tier} /> <b>{other.score}</b> 分
      </p>
      {isSame && <p className="soft">两个版本对这段文字的评估完全相同。</p>}
      <ul className="rules-hits">
        {differences.map(({ kind, signal, before }, at) => (
          <li key={at}>
            <b>{KINDS[kind]}</b> {signal.title}（{signal.code}）
            {kind === 'added' && `　${String(signal.weight)} 分`}
            {kind === 'changed' &&
              `　${String(before)} → ${String(signal.counts ? signal.weight : 0)} 分`}
            {kind === 'added' && <span className="rules-line">{signal.because}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
