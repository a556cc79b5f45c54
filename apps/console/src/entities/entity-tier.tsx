import type { Tier } from '../api/entities.js';
import { TierMark } from '../shown/tier-mark.js';
import { TIER_NAMES } from './entity-words.js';

/** A tier, or that none is reached; a word and a sign, never a colour alone. */
export function EntityTier({
  tier,
  isByPerson,
}: {
  readonly tier: Tier;
  readonly isByPerson?: boolean;
}) {
  if (tier === 'none')
    return (
      <span className="soft whole">
        {TIER_NAMES.none}
        {isByPerson === true && '（人工）'}
      </span>
    );
  return <TierMark tier={tier} {...(isByPerson === true ? { isByPerson } : {})} />;
}
