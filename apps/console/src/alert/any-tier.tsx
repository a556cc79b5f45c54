import type { AnyTier } from '../api/alert.js';
import { TierMark } from '../shown/tier-mark.js';
import { Mark } from '../shown/mark.js';

interface AnyTierMarkProps {
  readonly tier: AnyTier;
  readonly isByPerson?: boolean;
}

/** A tier, or that there is none. */
export function AnyTierMark({ tier, isByPerson = false }: AnyTierMarkProps) {
  if (tier !== 'none') return <TierMark tier={tier} isByPerson={isByPerson} />;
  return <Mark standing="off">未达预警{isByPerson && '（人工）'}</Mark>;
}
