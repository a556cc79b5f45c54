import type { AnyTier } from '../api/inbox.js';
import { TierMark } from '../shown/tier-mark.js';

/** A tier as it counts, also where there is none. */
export function AnyTierMark({ tier }: { readonly tier: AnyTier | null }) {
  if (tier === null) return null;
  return tier === 'none' ? <span className="soft">未达预警</span> : <TierMark tier={tier} />;
}
