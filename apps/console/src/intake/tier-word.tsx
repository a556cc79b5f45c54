import type { TierCode } from '../api/intake.js';
import { TierMark } from '../shown/tier-mark.js';

interface TierWordProps {
  readonly tier: TierCode;
  readonly isByPerson?: boolean;
}

/** A tier, or that there is none. */
export function TierWord({ tier, isByPerson = false }: TierWordProps) {
  if (tier === 'none') return <span className="soft">未达预警</span>;
  return <TierMark tier={tier} isByPerson={isByPerson} />;
}
