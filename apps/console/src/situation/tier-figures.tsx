import { Link } from '../address/link.js';
import { TIER_WORDS, TIERS } from '../shown/tier.js';
import type { ByTier } from './counted.js';

interface TierFiguresProps {
  readonly counts: ByTier;
  /** Where the alerts of a tier are listed; null where nobody clicks. */
  readonly addressOf: ((tier: string) => string) | null;
}

/** The open alerts of each tier in large figures. */
export function TierFigures({ counts, addressOf }: TierFiguresProps) {
  return (
    <ul className="situation-tiers">
      {TIERS.map((tier) => (
        <li key={tier} className={tier}>
          {addressOf ? <Link to={addressOf(tier)}>{figure(tier)}</Link> : <div>{figure(tier)}</div>}
        </li>
      ))}
    </ul>
  );

  function figure(tier: (typeof TIERS)[number]) {
    return (
      <>
        <span>{TIER_WORDS[tier]}色预警</span>
        <strong>{counts[tier].toLocaleString('en')}</strong>
      </>
    );
  }
}
