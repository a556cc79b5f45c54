import type { AnyTier } from '../api/rules.js';
import { TierMark } from '../shown/tier-mark.js';

/** A tier, or the word that none is reached. */
export function AnyTierMark({ tier }: { readonly tier: AnyTier }) {
  return tier === 'none' ? <span className="soft">未达预警</span> : <TierMark tier={tier} />;
}
