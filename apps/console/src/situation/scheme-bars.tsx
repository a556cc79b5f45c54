import type { OpenCell, Situation } from '../api/situation.js';
import { TIERS } from '../shown/tier.js';
import { byScheme } from './counted.js';
import { tierWords } from './situation-words.js';

interface SchemeBarsProps {
  readonly situation: Pick<Situation, 'schemes'>;
  readonly open: readonly OpenCell[];
}

/** What open alerts look like, the most frequent first: a word, a figure, and a bar of tiers. */
export function SchemeBars({ situation, open }: SchemeBarsProps) {
  const schemes = byScheme(situation, open);
  const most = schemes[0]?.total ?? 1;
  if (schemes.length === 0) return <p className="soft">没有未结的预警</p>;
  return (
    <ul className="situation-schemes">
      {schemes.map(({ code, title, total, byTier }) => (
        <li key={code} title={tierWords(byTier)}>
          <span>{code === 'none' ? '类型不明' : `疑似${title}`}</span>
          <span className="situation-bar" aria-hidden="true">
            {TIERS.map((tier) => (
              <i
                key={tier}
                className={tier}
                style={{ width: `${String((byTier[tier] / most) * 100)}%` }}
              />
            ))}
          </span>
          <strong>{total}</strong>
        </li>
      ))}
    </ul>
  );
}
